/** What stands against what the journal said of it: every edit behind the daemon's back is noticed before it serves. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { compactJournal } from '../../src/journal/compact.js';
import { notAccepted } from '../../src/tiers/audit/accepted.js';
import { verifyStanding } from '../../src/tiers/composed_standing.js';
import { Newest } from '../../src/tiers/standing.js';
import { MasterKey, rewrap, seal } from '../../src/vault/envelope.js';
import { GuardedDesk } from '../guards/support.js';
import { CONSUMER, publishArgs } from '../signals/support.js';

const OLD = new MasterKey(Buffer.alloc(32, 1));
const NEW = new MasterKey(Buffer.alloc(32, 2));
const BINDING = { agent_id: 'agent-1', name: 'api' };

let desk: GuardedDesk;
/** The first value of the credential, sealed under the present key. */
let earlier: Buffer;

const put = (value: string) => {
  const sealed = seal(OLD, BINDING, Buffer.from(value), '');
  const rest = { description: '', ttl_ms: null, expected_version: null };
  desk.run('put_credential', { name: 'api', sealed, key_id: OLD.key_id, ...rest });
  return sealed;
};
const post = (amount: string) => {
  const postings = [
    ['cash', 'USDC', amount],
    ['world', 'USDC', `-${amount}`],
  ] as const;
  desk.run('post_transaction', { postings, description: '', reference: '', metadata: null });
};
const deliver = () => {
  const consumer = desk.reads.snapshot(0, ({ signals }) => signals.consumer('agent-1', 'c'));
  assert.ok(consumer !== undefined);
  const signal = desk.run('publish', publishArgs('pf:signals:x', {}, 1)).position;
  const { position, put_position } = consumer;
  const asked = {
    consumer: position,
    put_position,
    candidates: [signal],
    scanned: signal,
    max: 10,
    epoch: 0,
  };
  assert.equal(desk.run('deliver_signals', asked).delivered.length, 1);
};

/** Something of everything, each thing changed at least once. */
beforeEach(() => {
  desk = new GuardedDesk();
  desk.run('configure_account', { account: 'cash', asset: 'USDC', must_not_go_negative: true });
  post('100');
  desk.run('place_hold', {
    account: 'cash',
    asset: 'USDC',
    amount: '10',
    ttl_ms: null,
    operation_key: null,
    description: '',
  });
  desk.guard('limit', { kind: 'max_amount', asset: 'USDC', amount: '500' });
  desk.guard('limit', { kind: 'max_amount', asset: 'USDC', amount: '400' });
  desk.guard('rate', { kind: 'max_count', count: 50, window_ms: 60_000 }, { agent_id: '*' });
  desk.guard('gone', { kind: 'max_amount', asset: 'USDC', amount: '1' });
  desk.run('delete_guard', { name: 'gone', expected_version: null, reason: '' });
  desk.run('put_consumer', CONSUMER);
  deliver();
  deliver();
  const near = { name: 'near', kind: 'drawdown_near', account: '', asset: '', amount: '0.5' } as const;
  const low = { name: 'low', kind: 'balance_below', account: 'cash', asset: 'USDC', amount: '95' } as const;
  desk.run('put_alert_rule', near);
  desk.run('put_alert_rule', low);
  const earliest = put('first');
  put('second');
  const { name, key_id } = { name: 'api', key_id: NEW.key_id };
  const [sealed] = desk.db.prepare('SELECT sealed FROM vault_credentials').pluck().all() as Uint8Array[];
  assert.ok(sealed !== undefined);
  const rewrapped = rewrap(OLD, NEW, BINDING, sealed);
  const one = { agent_id: 'agent-1', name, version: 2, sealed: rewrapped, old_key_id: OLD.key_id };
  assert.equal(desk.run('rewrap_credentials', { key_id, credentials: [one] }).rewrapped, 1);
  earlier = rewrap(OLD, NEW, BINDING, earliest);

  desk.open({ max_drawdown: '0.5', parameters: packDocument({ a: 1 }) });
  desk.result('1');
  desk.run('close_session', { session_id: '', reason: '' });
  desk.open({ max_drawdown: '0.5', parameters: packDocument({ a: 2 }), take_over: true });
  desk.fill('BUY', '2', '10');
  desk.fill('BUY', '1', '5', { market: 'ETH/USDC' });
  desk.fill('SELL', '1', '5', { market: 'ETH/USDC' });
  const told = { session_id: desk.session_id, market: 'SOL/USDC', quantity: '3', average_price: '2' };
  desk.run('set_position', { ...told, mark_price: '2.5' }, { epoch: desk.epoch });
  desk.begin({ asset: 'USDC', amount: '1' });
  desk.run('halt_session', { reason: 'enough' });
});
afterEach(() => desk.close());

/** What is found while `damage` is done; all of it is undone afterwards. */
function found(damage: () => void, whole = false): string[] {
  desk.db.exec('SAVEPOINT damage');
  try {
    damage();
    return verifyStanding(desk.db, whole).map(({ kind, message }) => `${kind}: ${message}`);
  } finally {
    desk.db.exec('ROLLBACK TO damage; RELEASE damage');
  }
}

const OPEN = 'ended_us IS NULL';
const DAMAGES: readonly (readonly [damage: string, found: RegExp])[] = [
  [
    "UPDATE ledger_balances SET posted = '101' WHERE account = 'cash'",
    /^ledger.balance: account cash of agent-1 in USDC: 101 kept, 100/,
  ],
  ["DELETE FROM ledger_balances WHERE account = 'trading'", /^ledger.balance: account trading .* no balance/],
  ["UPDATE ledger_balances SET held = '1' WHERE account = 'cash'", /^ledger.held: .* 1 kept as held, 10/],
  ["UPDATE ledger_balances SET must_not_go_negative = 0 WHERE account = 'cash'", /^ledger.account: .*cash/],
  [
    "UPDATE ledger_balances SET must_not_go_negative = 1 WHERE account = 'trading'",
    /^ledger.account: .*trading/,
  ],
  ["UPDATE ledger_holds SET amount = '1'", /^ledger.hold: /],
  ["UPDATE ledger_holds SET status = 'RELEASED'", /^ledger.held: /],
  [
    `UPDATE sessions SET state = 'ACTIVE' WHERE ${OPEN}`,
    /^session.altered: session .*: state is ACTIVE, and HALTED/,
  ],
  [`UPDATE sessions SET reason = 'x' WHERE ${OPEN}`, /^session.altered: .* reason is x, and enough/],
  [`UPDATE sessions SET max_drawdown = '0.9' WHERE ${OPEN}`, /^session.altered: .* max_drawdown is 0.9/],
  [`UPDATE sessions SET max_daily_loss = '9' WHERE ${OPEN}`, /^session.altered: .* max_daily_loss is 9/],
  [`UPDATE sessions SET base_capital = '1' WHERE ${OPEN}`, /^session.altered: .* base_capital is 1/],
  [`UPDATE sessions SET day_pnl = '5' WHERE ${OPEN}`, /^session.altered: .* day_pnl is 5/],
  [
    `UPDATE sessions SET consecutive_losses = 5 WHERE ${OPEN}`,
    /^session.altered: .* consecutive_losses is 5/,
  ],
  [
    `UPDATE sessions SET state_before = 'PAUSED' WHERE ${OPEN}`,
    /^session.altered: .* state_before is PAUSED/,
  ],
  [`UPDATE sessions SET pause_reason = 'x' WHERE ${OPEN}`, /^session.altered: .* pause_reason is x/],
  [
    `UPDATE sessions SET pause_under_halt = 'PAUSED' WHERE ${OPEN}`,
    /^session.altered: .* pause_under_halt is PAUSED/,
  ],
  // What the next session would take over.
  [
    "UPDATE sessions SET state_before = 'HALTED' WHERE ended_us IS NOT NULL",
    /^session.altered: .* state_before is HALTED/,
  ],
  [
    "UPDATE sessions SET state_before = 'PAUSED' WHERE ended_us IS NOT NULL",
    /^session.altered: .* state_before is PAUSED/,
  ],
  [`UPDATE sessions SET closes_us = 9 WHERE ${OPEN}`, /^session.altered: .* closes_us is 9/],
  [
    `UPDATE sessions SET heartbeat_interval_ms = 9 WHERE ${OPEN}`,
    /^session.altered: .* heartbeat_interval_ms is 9/,
  ],
  [`UPDATE sessions SET ended_us = 9 WHERE ${OPEN}`, /^session.altered: .* HALTED, and its end is 9/],
  [
    `UPDATE sessions SET state_position = position WHERE ${OPEN}`,
    /^session.altered: .* last change of state/,
  ],
  [`DELETE FROM sessions WHERE ${OPEN}`, /^session.altered: .* it is not there/],
  ["DELETE FROM sessions WHERE state = 'CLOSED'", /^session.altered: .* it is not there/],
  [
    `DELETE FROM session_parameters WHERE position = (SELECT position FROM sessions WHERE ${OPEN})`,
    /^session.altered: .* parameters/,
  ],
  [
    "UPDATE session_positions SET quantity = '1' WHERE market = 'BTC/USDC'",
    /^session.position: .* quantity is 1, and 2/,
  ],
  [
    "UPDATE session_positions SET cost = '1' WHERE market = 'SOL/USDC'",
    /^session.position: .* cost is 1, and 6/,
  ],
  [
    "UPDATE session_positions SET mark_price = '1' WHERE market = 'SOL/USDC'",
    /^session.position: .* mark_price is 1/,
  ],
  ["UPDATE session_positions SET market = 'XRP/USDC' WHERE market = 'BTC/USDC'", /^session.position: .* XRP/],
  [
    "DELETE FROM session_positions WHERE market = 'BTC/USDC'",
    /^session.position: .* BTC.USDC: it is not there, and 2/,
  ],
  [
    "DELETE FROM session_positions WHERE market = 'SOL/USDC'",
    /^session.position: .* SOL.USDC: it is not there, and 3/,
  ],
  [
    `INSERT INTO session_positions SELECT agent_id, 'ETH/USDC', '1', '5', '', time_us, time_us, position
     FROM session_trades WHERE market = 'ETH/USDC' ORDER BY position LIMIT 1`,
    /^session.position: .* ETH.USDC: the journal has a newer entry/,
  ],
  ["DELETE FROM guards WHERE name = 'limit'", /^guard.altered: guard limit of agent-1: it is not there/],
  ["UPDATE guards SET agent_id = 'agent-2' WHERE name = 'limit'", /^guard.altered: guard limit of agent-2/],
  ["UPDATE guards SET mode = 'SHADOW' WHERE name = 'rate'", /^guard.altered: guard rate of \*/],
  ["UPDATE guards SET changed_us = 1 WHERE name = 'rate'", /^guard.altered: .* its time/],
  ["UPDATE guards SET counter = 0 WHERE name = 'rate'", /^guard.altered: .* no counter/],
  ["UPDATE guards SET counter = 4096 WHERE name = 'rate'", /^guard.altered: .* not its own/],
  [
    "UPDATE guards SET position = (SELECT position FROM journal WHERE kind = 'guard.put' AND key = 'limit' ORDER BY position LIMIT 1) WHERE name = 'limit'",
    /^guard.altered: guard limit of agent-1: the journal's last entry of it is guard.put/,
  ],
  ['UPDATE operations SET updated_us = 2', /^operation.altered: operation op-1 of agent-1: updated_us is 2/],
  ['UPDATE operations SET status = 4', /^operation.altered: .* status is 4, and 1/],
  ['UPDATE agents SET epoch = 7', /^agent.epoch: the epoch of agent-1: it is 7, and 2/],
  ['DELETE FROM agents', /^agent.epoch: the epoch of agent-1: it is 0, and 2/],
  ["INSERT INTO agents VALUES ('agent-2', 1)", /^agent.epoch: the epoch of agent-2: .* knows of none/],
  ["DELETE FROM alert_rules WHERE name = 'near'", /^alert.rule: alert rule near of agent-1: it is not there/],
  ["UPDATE alert_rules SET amount = '0.9' WHERE name = 'near'", /^alert.rule: .* amount is 0.9, and 0.5/],
  ["UPDATE alert_rules SET fired = 1 WHERE name = 'near'", /^alert.rule: .* it has not fired/],
  ["UPDATE alert_rules SET fired = 0 WHERE name = 'low'", /^alert.rule: .* it has fired/],
  ['DELETE FROM signal_consumers', /^signals.consumer: consumer c of agent-1: it is not there/],
  ['UPDATE signal_consumers SET cursor = cursor + 1', /^signals.consumer: .* has come to/],
  ['UPDATE signal_consumers SET begins = begins - 1', /^signals.consumer: .* begins at/],
  ['UPDATE signal_consumers SET max_deliveries = 9', /^signals.consumer: .* max_deliveries is 9, and 3/],
  ["UPDATE signal_consumers SET patterns = '[]'", /^signals.consumer: .* patterns/],
  ['DELETE FROM vault_credentials', /^vault.altered: credential api of agent-1: it is not there/],
  ['UPDATE vault_credentials SET expires_us = 9', /^vault.altered: .* expires_us is 9/],
  ['UPDATE vault_credentials SET version = 1', /^vault.altered: .* version is 1, and 2/],
  ["UPDATE vault_credentials SET key_id = 'deadbeefdeadbeef'", /^vault.altered: .* another master key/],
  ['UPDATE vault_credentials SET sealed = zeroblob(100)', /^vault.altered: .* sealed value/],
];

describe('what stands', () => {
  test('is found sound, as a start and as the whole check look at it', () => {
    assert.deepEqual(
      found(() => {}),
      [],
    );
    assert.deepEqual(
      found(() => {}, true),
      [],
    );
  });

  test('is found altered by every one of these edits, before serving', () => {
    for (const [damage, expected] of DAMAGES) {
      for (const whole of [false, true]) {
        const findings = found(() => assert.ok(desk.db.prepare(damage).run().changes > 0, damage), whole);
        assert.ok(
          findings.some((finding) => expected.test(finding)),
          `${damage} (whole: ${whole}): ${findings.join('\n')}`,
        );
      }
    }
  });

  test('an earlier value of a credential, put back under its name, is noticed', () => {
    const damage = () => desk.db.prepare('UPDATE vault_credentials SET sealed = ?').run(earlier);
    assert.match(found(damage).join(), /^vault.altered: credential api of agent-1: its sealed value/);
  });

  test('the whole check also finds an operation that is kept as done, or not at all', () => {
    assert.match(
      found(() => desk.db.exec('UPDATE operations SET status = 2'), true).join(),
      /status is 2, and 1/,
    );
    desk.db.exec('DELETE FROM operations; DELETE FROM guard_exposures');
    const { findings } = desk.scans.verify({ skip_integrity_check: true }, () => {});
    assert.ok(findings.some(({ kind }) => kind === 'journal.payload_missing'));
  });

  test('says nothing of what was compacted', async () => {
    post('1');
    const head = desk.reads.snapshot(0, (_, revision) => revision);
    await compactJournal(desk.db, head - 1, async () => {});
    assert.deepEqual(
      found(() => {}),
      [],
    );
    assert.deepEqual(
      found(() => {}, true),
      [],
    );
    assert.deepEqual(
      found(() => desk.db.exec("DELETE FROM guards; UPDATE sessions SET reason = 'x'")),
      [],
    );
    desk.guard('after', { kind: 'max_amount', asset: 'USDC', amount: '1' });
    assert.match(
      found(() => desk.db.exec('DELETE FROM guards')).join(),
      /guard after of agent-1: it is not there/,
    );
  });

  test('knows nothing of what was compacted while it read', async () => {
    const journal = new Newest(desk.db, null);
    assert.ok(journal.of('guard').length > 0);
    post('1');
    await compactJournal(
      desk.db,
      desk.reads.snapshot(0, (_, revision) => revision - 1),
      async () => {},
    );
    journal.compare(() => {
      assert.ok(journal.from > 0);
      assert.deepEqual([journal.of('guard'), journal.lastOf('epoch', 'agent-1', '')], [[], undefined]);
    });
  });

  test('damage that was accepted stays accepted while the thing goes on changing', () => {
    desk.db.exec("UPDATE ledger_balances SET posted = '150' WHERE account = 'cash'");
    const verify = () => desk.scans.verify({ skip_integrity_check: true }, () => {}).findings;
    const findings = [...verifyStanding(desk.db, false), ...verify()];
    assert.ok(findings.length > 1);
    desk.run('accept_damage', { revision: 1, findings, anchor: null });
    const left = () => notAccepted(desk.db, [...verifyStanding(desk.db, false), ...verify()]);
    assert.deepEqual(left(), []);
    post('5');
    assert.ok(verify().some(({ kind }) => kind === 'ledger.balance_chain'));
    assert.deepEqual(left(), []);
    desk.db.exec("UPDATE ledger_balances SET posted = '7' WHERE account = 'trading'");
    assert.ok(left().some(({ message }) => message.startsWith('account trading')));
  });
});
