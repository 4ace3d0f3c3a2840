/** scripts/eval-recall as it is run, on an example small enough to be worked out by hand. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';

const PROGRAM = join(packageRoot, 'dist', 'scripts', 'evaluation', 'eval_recall.js');
const AGENT = 'desk/ä 1';

const folder = temporaryFolder();
after(() => removeFolder(folder));

async function run(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

function write(name: string, records: readonly object[]): string {
  const file = join(folder, name);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

const doc = (id: string, content: string, agent = AGENT) => ({ type: 'doc', id, agent, text: content });
const query = (id: string, wanted: string, relevant: string[], agent = AGENT) => ({
  type: 'query',
  id,
  agent,
  text: wanted,
  relevant,
});

const EXAMPLE = [
  { ...doc('one', 'quartz'), time: '2026-11-20' },
  doc('two', 'granite and marble'),
  doc('three', 'granite'),
  doc('twin-1', 'basalt columns'),
  doc('twin-2', 'basalt columns'),
  doc('long', 'slate '.repeat(11_000)),
  doc('secret', 'the key is sk_live_abcdefgh'),
  doc('one', 'quartz', 'other'),
  query('first', 'quartz', ['one']),
  query('second', 'granite', ['two']),
  query('both', 'basalt', ['twin-1', 'twin-2']),
  query('never', 'obsidian', ['gone']),
  query('apart', 'quartz', ['one'], 'other'),
];

/**
 * By keyword: `first` and `apart` find theirs in the first place; `second` in the second, behind the shorter text; `both` in
 * the first two; `never` finds nothing.
 */
const BY_KEYWORD = {
  recall_at_1: (1 + 0 + 1 / 2 + 0 + 1) / 5,
  recall_at_5: 4 / 5,
  recall_at_10: 4 / 5,
  recall_at_20: 4 / 5,
  ndcg_at_10: Number(((1 + 1 / Math.log2(3) + 1 + 0 + 1) / 5).toFixed(4)),
  mrr: (1 + 1 / 2 + 1 + 0 + 1) / 5,
};

describe('scripts/eval-recall', () => {
  it('gives the figures that were worked out by hand', async () => {
    const { code, stdout, stderr } = await run(write('example.jsonl', EXAMPLE), '--json');
    assert.equal(code, 0, stderr);
    const { documents, queries, agents, model, notes, modes } = JSON.parse(stdout);
    assert.deepEqual([documents, queries, agents], [8, 5, 2]);
    assert.match(model, /builtin/);
    const { latency_ms, ...keyword } = modes.keyword;
    assert.deepEqual(keyword, BY_KEYWORD);
    assert.ok(latency_ms.p50 > 0 && latency_ms.p99 >= latency_ms.p50);
    // So few documents are all among the first 20 by vector.
    assert.equal(modes.vector.recall_at_20, 4 / 5);
    assert.equal(modes.hybrid.recall_at_20, 4 / 5);
    const said = notes.join('\n');
    assert.match(said, /query never of desk\/ä 1: the agent has no document gone: counted as missed/);
    assert.match(said, /document long of desk\/ä 1: cut from 66000 to 65536 bytes/);
    assert.match(
      said,
      /document secret of desk\/ä 1: not stored: .*SECRET_IN_DOCUMENT|not stored: .*credential/,
    );
  });

  it('prints a table, and evaluates a daemon that runs already', async () => {
    const daemon = await startDaemon();
    try {
      const file = write('example.jsonl', EXAMPLE);
      for (let time = 0; time < 2; time += 1) {
        const { code, stdout, stderr } = await run(file, '--address', daemon.address, '--misses');
        assert.equal(code, 0, stderr);
        assert.match(stdout, /8 documents of 2 agents, 5 queries/);
        assert.match(stdout, /\nMODE +R@1 +R@5 .*\nkeyword +0\.500 +0\.800 +0\.800 +0\.800 +0\.726 +0\.700 /);
        assert.match(stderr, /keyword: never of desk\/ä 1: gone found nowhere: obsidian/);
      }
    } finally {
      await daemon.stop();
      removeFolder(daemon.state_dir);
    }
  });

  it('refuses what it cannot use before it starts a daemon', async () => {
    const broken = write('broken.jsonl', [doc('a', 'text'), { type: 'doc' }]);
    const malformed = await run(broken);
    assert.equal(malformed.code, 1);
    assert.match(malformed.stderr, /broken\.jsonl:2: "id" must be a text or a number, not nothing\n$/);
    assert.equal((await run()).code, 2);
    assert.equal((await run(join(folder, 'absent.jsonl'))).code, 1);
  });
});
