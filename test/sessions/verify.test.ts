/** Damage to the file is found: each statement breaks one invariant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from './support.js';

const DAMAGE: readonly (readonly [string, RegExp])[] = [
  ["UPDATE sessions SET total_pnl = '1'", /has total_pnl 1, but its trades make -4/],
  ["UPDATE sessions SET total_fees = '0'", /has total_fees 0, but its trades make 1/],
  ["UPDATE sessions SET current_capital = '1000'", /has current_capital 1000, but its trades make 995/],
  ["UPDATE sessions SET peak_capital = '7'", /has the peak 7, below its capital 995/],
  ['UPDATE sessions SET wins = 2', /has wins 2, but its trades make 1/],
  ['UPDATE sessions SET losses = 0', /has losses 0, but its trades make 1/],
  ["UPDATE sessions SET state = 'CLOSED'", /is CLOSED, but has none/],
  ['DELETE FROM session_trades WHERE position = (SELECT max(position) FROM session_trades)', /has trades 3/],
  [
    'DELETE FROM session_trade_ids WHERE trade_id = (SELECT max(trade_id) FROM session_trade_ids)',
    /2 trade ids/,
  ],
  [
    "UPDATE session_trade_ids SET position = 1 WHERE trade_id = 't-1'",
    /trade id t-1 of agent-1 names no trade/,
  ],
  ['UPDATE session_trades SET session_position = 1', /belongs to no session of its own/],
  [
    "UPDATE session_positions SET agent_id = 'agent-9'",
    /agent-9 has a position of BTC\/USDC without an open/,
  ],
];

for (const [statement, message] of DAMAGE) {
  test(statement, () => {
    const desk = new Desk();
    try {
      desk.open();
      desk.result('1');
      desk.result('-5', { fee: '1' });
      desk.fill('BUY', '2', '10');
      const findings = () => desk.scans.verify({ skip_integrity_check: true }, () => {}).findings;
      assert.deepEqual(findings(), []);
      assert.ok(desk.db.prepare(statement).run().changes > 0);
      assert.ok(
        findings().some((finding) => message.test(finding.message)),
        JSON.stringify(findings()),
      );
    } finally {
      desk.close();
    }
  });
}

const NINES = '9'.repeat(38);

test('totals that fit are sound, whatever adding them up takes on the way', () => {
  const desk = new Desk();
  try {
    desk.open({ start_capital: NINES });
    desk.result('1', { fee: '1' });
    assert.deepEqual(desk.scans.verify({ skip_integrity_check: true }, () => {}).findings, []);
  } finally {
    desk.close();
  }
});

test('a session that cannot be read hides no other', () => {
  const desk = new Desk();
  try {
    desk.open();
    desk.result('1');
    desk.open({}, { agent_id: 'agent-2' });
    desk.db.prepare("UPDATE sessions SET peak_capital = 'much' WHERE agent_id = 'agent-1'").run();
    desk.db.prepare("UPDATE sessions SET wins = 2 WHERE agent_id = 'agent-2'").run();
    const { findings } = desk.scans.verify({ skip_integrity_check: true }, () => {});
    const messages = findings.filter(({ kind }) => kind === 'session.totals').map(({ message }) => message);
    assert.equal(messages.length, 2, JSON.stringify(findings));
    assert.match(messages[0] ?? '', /of agent-1: it cannot be read/);
    assert.match(messages[1] ?? '', /of agent-2: it has wins 2/);
  } finally {
    desk.close();
  }
});
