import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTable, shown, toJson } from '../../src/cli/output.js';
import { parseCommandLine } from '../../src/cli/parse.js';
import { COMMANDS } from '../../src/cli/registry.js';
import { bytesCell, durationCell, indentJson, timeArgument } from '../../src/cli/values.js';

const parse = (...args: string[]) => parseCommandLine(args, COMMANDS);

test('global options stand before or after the command, and values are no commands', () => {
  for (const args of [
    ['--agent', 'state', 'state', 'get', 'x'],
    ['state', '--agent=state', 'get', 'x'],
    ['state', 'get', 'x', '--agent', 'state'],
  ]) {
    const { command, args: rest, values } = parse(...args);
    assert.equal(command?.name, 'state get', args.join(' '));
    assert.deepEqual([rest, values.agent], [['x'], 'state']);
  }
});

test('negative amounts are arguments, not options', () => {
  const { args, values } = parse('ledger', 'post', 'cash', 'USDC', '-12.50', '--reference', '-7');
  assert.deepEqual([args, values.reference], [['cash', 'USDC', '-12.50'], '-7']);
});

test('a command line that makes no sense is refused', () => {
  for (const args of [
    ['state', 'get'],
    ['state', 'get', 'a', 'b'],
    ['status', '--bogus'],
    ['ledger', 'balances', '--asset'],
    ['status', '--json=1'],
  ]) {
    assert.throws(() => parse(...args), { name: 'UsageError' }, args.join(' '));
  }
});

test('every command says what it is for, with an example that parses', () => {
  for (const { name, summary, examples } of COMMANDS) {
    assert.ok(summary.length > 10 && examples.length > 0, name);
    for (const example of examples) {
      assert.ok(example.includes('holdfast'), example);
      const words =
        example
          .split(' | ')[0]
          ?.match(/'[^']*'|"[^"]*"|[^ ]+/g)
          ?.map((word) => word.replace(/^['"]|['"]$/g, '')) ?? [];
      if (words[0] === 'holdfast') assert.equal(parse(...words.slice(1)).command?.name, name, example);
    }
  }
  assert.equal(new Set(COMMANDS.map(({ name }) => name)).size, COMMANDS.length);
});

test('tables never show undefined or NaN, and amounts stand to the right', () => {
  assert.deepEqual([undefined, null, '', Number.NaN, 0, false].map(shown), [
    '-',
    '-',
    '-',
    '-',
    '0',
    'false',
  ]);
  assert.equal(shown('a\u001b[31mred\nline'), 'a [31mred line');
  const table = formatTable(
    [{ title: 'ASSET' }, { title: 'POSTED', right: true }],
    [
      ['USDC', '1000.5'],
      ['ETH', '-0.25'],
    ],
  );
  assert.equal(table, 'ASSET  POSTED\nUSDC   1000.5\nETH     -0.25');
});

test('replies become JSON without losing a digit', () => {
  const reply = {
    document: { json: '{"n":18446744073709551615}', encoding: 'json' },
    updated_at: { seconds: '1', nanos: 5000 },
    took: { seconds: '1', nanos: 500_000_000 },
    hash: Buffer.of(1, 2),
    revision: '9007199254740993',
    mean: Number.NaN,
    absent: undefined,
    _optional: 'optional',
    nothing: null,
  };
  const text =
    '{"document":{"n":18446744073709551615},"updated_at":"1970-01-01T00:00:01.000005Z","took":"1.5s",' +
    '"hash":"AQI=","revision":"9007199254740993","mean":null,"nothing":null}';
  assert.equal(toJson(reply), text);
});

test('documents are indented character for character', () => {
  const text = '{"a":[1,{"b":"{[,:\\"]}"}],"c":[],"d":{},"n":18446744073709551615,"x":1.50e+3,"t":true}';
  const indented = indentJson(text);
  assert.equal(
    indented,
    `{
  "a": [
    1,
    {
      "b": "{[,:\\"]}"
    }
  ],
  "c": [],
  "d": {},
  "n": 18446744073709551615,
  "x": 1.50e+3,
  "t": true
}`,
  );
});

test('sizes, durations and times as people write them', () => {
  assert.deepEqual([0, 1023, 1024, 5 * 1024 ** 3].map(bytesCell), ['0 B', '1023 B', '1.0 KiB', '5.0 GiB']);
  const spans = [850e3, 1.3e6, 42e9, 3600e9 * 3, 86400e9 * 3].map((nanos) =>
    durationCell({ seconds: Math.floor(nanos / 1e9), nanos: nanos % 1e9 }),
  );
  assert.deepEqual(spans, ['850 us', '1.3 ms', '42.0 s', '3 h 0 min', '3 d 0 h']);
  assert.equal(timeArgument('2026-11-20', '--since').toString(), '2026-11-20T00:00:00Z');
  const earliest_ms = Date.now() - 7_200_000;
  const since_ms = timeArgument('2h', '--since').toDate().getTime();
  // A clock that is set back meanwhile is no concern of this.
  assert.ok(Math.abs(since_ms - earliest_ms) < 60_000, `${since_ms} is not two hours ago (${earliest_ms})`);
  assert.throws(() => timeArgument('yesterday', '--since'), { name: 'UsageError' });
});
