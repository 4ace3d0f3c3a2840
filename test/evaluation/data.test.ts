import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DataError, readData } from '../../scripts/evaluation/data.js';
import { readOptions, UsageError } from '../../scripts/evaluation/options.js';
import { cutText } from '../../scripts/evaluation/storing.js';
import { packageRoot } from '../../src/paths.js';
import { temporaryFolder } from '../support/daemon.js';

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

function read(...lines: (string | object)[]) {
  const file = join(folder, 'data.jsonl');
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return readData(file);
}

const doc = { type: 'doc', id: 'd', agent: 'a', text: 'text' };
const query = { type: 'query', id: 'q', agent: 'a', text: 'text', relevant: ['d'] };

describe('evaluation data', () => {
  it('reads documents and queries in any order, whatever their ids', async () => {
    const { docs, queries, notes } = await read(
      `\ufeff${JSON.stringify(query)}`,
      '',
      { ...doc, extra: 1 },
      { ...doc, id: 7, agent: 'ä/ö' },
      { ...query, id: 8, agent: 'ä/ö', relevant: [7, '7'] },
    );
    assert.deepEqual(
      docs.map(({ id, agent }) => [id, agent]),
      [
        ['d', 'a'],
        ['7', 'ä/ö'],
      ],
    );
    assert.deepEqual(
      queries.map(({ relevant }) => [...relevant]),
      [['d'], ['7']],
    );
    assert.deepEqual(notes, []);
  });

  it('reads times as RFC 3339, as a date, or as Unix seconds', async () => {
    const times = [
      ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
      ['2026-11-20T10:00:00.25+02:00', '2026-11-20T08:00:00.250Z'],
      ['2026-11-20 10:00:00', '2026-11-20T10:00:00Z'],
      ['2026-11-20', '2026-11-20T00:00:00Z'],
      [0, '1970-01-01T00:00:00Z'],
      [1_700_000_000.5, '2023-11-14T22:13:20.500Z'],
      ['1700000000', '2023-11-14T22:13:20Z'],
      [-1, '1969-12-31T23:59:59Z'],
      [null, undefined],
    ];
    const { docs } = await read(...times.map(([time], n) => ({ ...doc, id: n, time })), {
      ...query,
      relevant: [0],
    });
    assert.deepEqual(
      docs.map(({ time }) => time?.toString()),
      times.map(([, expected]) => expected),
    );
  });

  it('names the line of everything malformed', async () => {
    const cases: [string | object, RegExp][] = [
      ['{"type":', /data\.jsonl:2: not JSON: /],
      ['[1]', /:2: must be an object, not \[1\]/],
      [{ ...doc, type: 'note' }, /:2: "type" must be "doc" or "query", not "note"/],
      [{ ...doc, id: '' }, /:2: "id" must be a text or a number, not ""/],
      [{ ...doc, id: 'e', agent: undefined }, /:2: "agent" must be .* not nothing/],
      [{ ...doc, id: 'e', text: 5 }, /:2: "text" must be a text, not 5/],
      [{ ...doc, id: 'e', time: 'noon' }, /:2: "time" must be RFC 3339 or Unix seconds .* not "noon"/],
      [{ ...doc, id: 'e', time: 1.7e12 }, /:2: "time" must be/],
      [{ ...doc, text: 'another' }, /:2: document d of a has another text than in line 1/],
      [{ ...query, relevant: 'd' }, /:2: "relevant" must be a list of ids, not "d"/],
      [{ ...query, relevant: ['d', null] }, /:2: "relevant\[1\]" must be/],
    ];
    for (const [line, message] of cases) {
      await assert.rejects(
        read(doc, line, query),
        (error) => error instanceof DataError && message.test(error.message),
      );
    }
    await assert.rejects(read('x', doc, 'y'), /:1: [\s\S]*:3: /);
    await assert.rejects(read(doc), /holds no queries/);
    await assert.rejects(read(query), /holds no documents/);
  });

  it('says what is odd: unknown and absent relevant documents, documents that stand there twice', async () => {
    const other = { ...doc, agent: 'b', id: 'e' };
    const { docs, queries, notes } = await read(
      doc,
      doc,
      other,
      { ...query, relevant: ['d', 'e', 'f'] },
      { ...query, id: 'none', relevant: [] },
    );
    assert.equal(docs.length, 2);
    assert.deepEqual([...(queries[0]?.relevant ?? [])], ['d', 'e', 'f'], 'what is unknown counts as missed');
    assert.equal(queries.length, 1);
    assert.deepEqual(notes, [
      'document d of a stands in lines 1 and 2',
      'query none of a: nothing is relevant: left out',
      'query q of a: the agent has no document e, f: counted as missed',
    ]);
  });

  it('cuts a text between two characters', () => {
    assert.equal(cutText('aé\u{1F600}', 3), 'aé');
    assert.equal(cutText('aé\u{1F600}', 6), 'aé');
    assert.equal(cutText('aé\u{1F600}', 7), 'aé\u{1F600}');
  });

  it('knows its own options and hands the others to the daemon', () => {
    assert.deepEqual(
      readOptions(['--embedder', 'openai', 'f', '--json', '--embedder-url=http://x?a=b', '--limit=50']),
      {
        file: 'f',
        json: true,
        misses: false,
        limit: 50,
        daemon_args: ['--embedder', 'openai', '--embedder-url', 'http://x?a=b'],
      },
    );
    for (const args of [
      [],
      ['f', 'g'],
      ['f', '--limit', '5'],
      ['f', '--limit'],
      ['f', '--address', 'a', '--embedder', 'b'],
    ])
      assert.throws(() => readOptions(args), UsageError, args.join(' '));
  });

  it('takes every set of this folder without a remark', async () => {
    const sets = join(packageRoot, 'test', 'evaluation');
    const files = readdirSync(sets).filter((file) => file.endsWith('.jsonl'));
    assert.ok(files.length >= 8);
    for (const file of files) assert.deepEqual((await readData(join(sets, file))).notes, [], file);
  });
});
