import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Desk } from './support.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

describe('open_session', () => {
  test('opens with epoch 1 and is found by the next call', () => {
    const first = desk.open();
    assert.equal(first.opened, true);
    assert.equal(first.epoch, 1);
    assert.equal(first.session.state, 'ACTIVE');
    const second = desk.open({ start_capital: '5', asset: 'ETH' });
    assert.equal(second.opened, false);
    assert.deepEqual(second.session, first.session);
    assert.equal(second.revision, first.revision);
  });
});

describe('record_trade', () => {
  test('moves ledger, totals and position at once', () => {
    desk.open();
    const bought = desk.fill('BUY', '2', '100', { fee: '1' });
    assert.equal(bought.position?.cost, '200');
    const sold = desk.fill('SELL', '1', '130', { fee: '0.5' });
    assert.equal(sold.trade.pnl, '30');
    assert.equal(sold.session.current_capital, '1028.5');
    assert.equal(desk.balance(), '28.5');
  });
});
