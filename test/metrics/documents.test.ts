/** The dashboard, the alerts and the operator's page go by metrics that exist, and by all alerts there are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { METRICS, type MetricRow } from '../../src/metrics/names.js';
import { packageRoot } from '../../src/paths.js';

const read = (name: string): string => readFileSync(join(packageRoot, 'systemd', name), 'utf8');

/** Names as queries have them: a histogram's with its suffixes, and only with them. */
const SERIES = new Map<string, MetricRow>(
  Object.entries<MetricRow>(METRICS).flatMap(([name, row]) =>
    row.type === 'histogram'
      ? ['_bucket', '_sum', '_count'].map((suffix) => [`${name}${suffix}`, row] as const)
      : [[name, row] as const],
  ),
);

/** What is wrong with a query: names of ours that do not exist, and labels that their metric does not have. */
function problems(query: string): string[] {
  const found: string[] = [];
  const depths = [...query].reduce((depth, one) => depth + (one === '(' ? 1 : one === ')' ? -1 : 0), 0);
  if (depths !== 0) found.push(`brackets in ${query}`);
  for (const [, name = '', selector = ''] of query.matchAll(/\b(holdfast_\w+)(?:\{([^}]*)\})?/g)) {
    const row = SERIES.get(name);
    if (row === undefined) found.push(`no metric ${name}`);
    for (const [, label = ''] of selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g))
      if (row !== undefined && !row.labels?.includes(label)) found.push(`${name} has no label ${label}`);
  }
  return found;
}

test('the check finds what is wrong', () => {
  assert.deepEqual(problems('rate(holdfast_sync_duration_seconds_bucket[5m])'), []);
  assert.deepEqual(problems('holdfast_sync_duration_seconds'), ['no metric holdfast_sync_duration_seconds']);
  assert.deepEqual(problems('holdfast_sessions{stat="LOST"}'), ['holdfast_sessions has no label stat']);
  assert.equal(problems('sum(holdfast_watches').length, 1);
});

test('the dashboard asks for what exists, and shows every metric', () => {
  const { panels } = JSON.parse(read('grafana-dashboard.json'));
  const queries: string[] = panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
    targets.map(({ expr }) => expr),
  );
  assert.ok(queries.length > 20);
  assert.deepEqual(queries.flatMap(problems), []);
  const shown = queries.join(' ');
  assert.deepEqual(
    Object.keys(METRICS).filter((name) => !shown.includes(name)),
    [],
  );
  const ids = panels.map(({ id }: { id: number }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('the alerts ask for what exists, each is told of once, and the operator’s page says what each means', () => {
  const rules = read('prometheus-alerts.yml');
  const names = [...rules.matchAll(/^ +- alert: (\w+)$/gm)].map(([, name = '']) => name);
  const queries = [...rules.matchAll(/^ +expr: (.+)$/gm)].map(([, query = '']) => query);
  assert.ok(names.length > 10);
  assert.equal(queries.length, names.length);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(queries.flatMap(problems), []);
  for (const query of queries) assert.match(query, /holdfast_/);
  const page = read('OPERATIONS.md');
  assert.deepEqual(
    names.filter((name) => !page.includes(`**${name}**`)),
    [],
  );
  const told = [...page.matchAll(/^- \*\*(Holdfast\w+)\*\*/gm)].map(([, name = '']) => name);
  assert.deepEqual(told, names, 'in the order of the rules');
});
