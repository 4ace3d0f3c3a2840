/** The text of metrics, and that the strict reader of the tests would notice a wrong one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Metrics } from '../../src/metrics/metrics.js';
import { METRICS, type MetricName } from '../../src/metrics/names.js';
import { histogramsOf, parseExposition } from './exposition.js';

test('every metric is there with its HELP and TYPE before anything happened', () => {
  const families = parseExposition(new Metrics().render());
  assert.deepEqual([...families.keys()], Object.keys(METRICS));
  for (const [name, { type, help }] of families)
    assert.deepEqual([type, help], [METRICS[name as MetricName].type, METRICS[name as MetricName].help]);
});

test('a measurement on a bound belongs to its bucket; sums and counts are exact', () => {
  const metrics = new Metrics();
  for (const value of [0, 1, 1.5, 2, 5000]) metrics.observe('holdfast_commit_commands', value);
  const family = parseExposition(metrics.render()).get('holdfast_commit_commands');
  assert.ok(family);
  const at = (le: string) => family.samples.find(({ labels }) => labels.le === le)?.value;
  assert.deepEqual([at('1'), at('2'), at('4096'), at('+Inf')], [2, 4, 4, 5]);
  assert.deepEqual(
    [...histogramsOf(family).values()].map(({ count, sum }) => [count, sum]),
    [[5, 5004.5]],
  );
});

test('labels hold whatever they are given', () => {
  const metrics = new Metrics();
  const wild = 'a"b\\c\nd{e}=,f\\n';
  metrics.observe('holdfast_rpc_duration_seconds', 1, wild, 'OK');
  metrics.read('holdfast_sessions', () => [{ labels: [wild], value: 3 }]);
  const families = parseExposition(metrics.render());
  assert.equal(families.get('holdfast_sessions')?.samples[0]?.labels.state, wild);
  assert.equal(families.get('holdfast_rpc_duration_seconds')?.samples[0]?.labels.method, wild);
});

test('series are bounded: what is beyond is left out', () => {
  const metrics = new Metrics();
  for (let index = 0; index < 5000; index += 1)
    metrics.observe('holdfast_rpc_duration_seconds', 1, `m${index}`, 'OK');
  const family = parseExposition(metrics.render()).get('holdfast_rpc_duration_seconds');
  assert.ok(family);
  assert.equal(histogramsOf(family).size, 4096);
});

test('what cannot be read is left out of the scrape, and the rest is there', () => {
  const metrics = new Metrics();
  metrics.read('holdfast_database_size_bytes', () => {
    throw new Error('gone');
  });
  metrics.read('holdfast_queue_depth', () => 7);
  metrics.read('holdfast_backup_age_seconds', () => Number.POSITIVE_INFINITY);
  const families = parseExposition(metrics.render());
  assert.deepEqual(families.get('holdfast_database_size_bytes')?.samples, []);
  assert.equal(families.get('holdfast_queue_depth')?.samples[0]?.value, 7);
  assert.equal(families.get('holdfast_backup_age_seconds')?.samples[0]?.value, Number.POSITIVE_INFINITY);
});

describe('the strict reader refuses', () => {
  const head = '# HELP a_total x\n# TYPE a_total counter\n';
  const wrong: Record<string, string> = {
    'no last line break': `${head}a_total 1`,
    'no HELP': '# TYPE a_total counter\na_total 1\n',
    'a sample of another family': `${head}b_total 1\n`,
    'a series twice': `${head}a_total 1\na_total 2\n`,
    'a value that is no number': `${head}a_total one\n`,
    'an unquoted label': `${head}a_total{x=1} 1\n`,
    'an unescaped quote': `${head}a_total{x="a"b"} 1\n`,
    'an empty line': `${head}\na_total 1\n`,
  };
  for (const [name, page] of Object.entries(wrong)) {
    test(name, () => assert.throws(() => parseExposition(page)));
  }
  test('a histogram that is not cumulative', () => {
    const page =
      '# HELP h x\n# TYPE h histogram\nh_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n';
    const family = parseExposition(page).get('h');
    assert.ok(family);
    assert.throws(() => histogramsOf(family), /not cumulative/);
  });
});
