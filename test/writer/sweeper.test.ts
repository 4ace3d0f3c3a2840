/** The sweep goes on whatever is due at once, and a part that fails holds up no other. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { describe, test } from 'node:test';
import { pino } from 'pino';
import { HoldfastError } from '../../src/errors.js';
import { Sweeper } from '../../src/writer/sweeper.js';
import type { Submission } from '../../src/writer/transport.js';
import type { Writer } from '../../src/writer/writer.js';
import { Desk } from '../sessions/support.js';
import { resultOf } from '../support/executor.js';

const AGENTS = 45;
const RULES = 100;

/** Sessions that end at one time, each with rules that have fired: all at once they call for more than a revision holds. */
function manyDue(): Desk {
  const desk = new Desk();
  for (let n = 0; n < AGENTS; n += 1) {
    const agent_id = `agent-${n}`;
    const { session, epoch } = desk.open(
      { max_drawdown: '0.5', closes_us: desk.now_us + 60_000_000 },
      { agent_id },
    );
    desk.result('-450', { session_id: session.session_id }, { agent_id, epoch });
    const mutations = Array.from({ length: RULES }, (_, index) => ({
      name: 'put_alert_rule',
      agent_id,
      args: { name: `r${index}`, kind: 'drawdown_near', account: '', asset: '', amount: '0.5' },
    }));
    desk.run('transact', { preconditions: [], mutations } as never, { agent_id });
  }
  // Of somebody else, due as well.
  desk.run('post_transaction', FUNDS, { agent_id: 'other' });
  desk.run('place_hold', { ...HOLD, ttl_ms: 1000 } as never, { agent_id: 'other' });
  desk.now_us += 60_000_000;
  return desk;
}

const FUNDS = {
  postings: [
    ['cash', 'USDC', '5'],
    ['world', 'USDC', '-5'],
  ] as const,
  description: '',
  reference: '',
  metadata: null,
};
const HOLD = { account: 'cash', asset: 'USDC', amount: '5', operation_key: null, description: '' };

const openSessions = (desk: Desk): number =>
  desk.db.prepare<[], number>('SELECT count(*) FROM sessions WHERE ended_us IS NULL').pluck().get() ?? 0;

/** The executor as the writer's port, without its thread. */
function portOf(desk: Desk, calls: (name: string) => void): Writer {
  const port = {
    queue_depth: 0,
    submit: async (submission: Submission) => resultOf(desk.executor.execute([submission])[0]),
    call: async (name: string) => calls(name),
  };
  return port as unknown as Writer;
}

describe('the sweep', () => {
  test('refuses what is too much for one revision whole, and does it in smaller steps', () => {
    const desk = manyDue();
    try {
      const sweep = (limit: number) => desk.run('sweep', { limit }, { agent_id: '_system', request_id: '' });
      assert.throws(
        () => sweep(1000),
        (error) => error instanceof HoldfastError && error.reason === 'LIMIT_EXCEEDED',
      );
      assert.equal(openSessions(desk), AGENTS);
      sweep(10);
      assert.equal(openSessions(desk), AGENTS - 10);
    } finally {
      desk.close();
    }
  });

  test('comes to an end by itself, with receipts and a checkpoint after each step', async () => {
    const desk = manyDue();
    const calls: string[] = [];
    const swept = new EventEmitter();
    const port = portOf(desk, (name) => {
      calls.push(name);
      if (openSessions(desk) === 0) swept.emit('done');
    });
    const sweeper = new Sweeper(port, 5, pino({ level: 'silent' }));
    try {
      await once(swept, 'done');
      const held = desk.db.prepare(`SELECT count(*) FROM ledger_holds WHERE status = 'OPEN'`).pluck();
      assert.equal(held.get(), 0);
      assert.ok(calls.includes('sweep_receipts'));
    } finally {
      await sweeper.close();
      desk.close();
    }
  });

  test('a part that fails is logged, and holds up no other', async () => {
    const desk = new Desk();
    const lines = new EventEmitter();
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.emit('line', line) });
    const calls: string[] = [];
    const port = portOf(desk, (name) => {
      calls.push(name);
      if (name === 'sweep_receipts') throw new Error('no receipts today');
    });
    const sweeper = new Sweeper(port, 5, log);
    try {
      const [line] = (await once(lines, 'line')) as [string];
      assert.match(line, /no receipts today/);
      assert.match(line, /the sweep failed at receipts/);
      await sweeper.close();
      assert.ok(calls.includes('checkpoint'));
    } finally {
      await sweeper.close();
      desk.close();
    }
  });
});
