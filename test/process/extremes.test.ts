/** Amounts at the ends of what there is: what was committed is shown, to everybody, and is sound after a restart. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, type Service } from '../support/rawClient.js';

const NINES = '9'.repeat(38);
/** As many zeros after the digits. */
const big = (digits: string, zeros: number): string => digits + '0'.repeat(zeros);

describe('amounts at the ends', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  const call = (agent_id: string, service: Service, method: string, request: object = {}): Promise<Reply> =>
    client.call(service, method, { agent_id, request_id: `request-${++requests}`, ...request });

  /** Opens a session, and tells its trades. */
  const desk = async (agent_id: string, start_capital: string, limits: object = {}) => {
    const opened = await call(agent_id, 'Sessions', 'OpenSession', {
      asset: 'USDC',
      start_capital,
      ...limits,
    });
    const { session_id } = opened.session;
    const own = { epoch: opened.epoch, session_id, market: 'A' };
    let trades = 0;
    return {
      own,
      trade: (trade: object): Promise<Reply> =>
        call(agent_id, 'Sessions', 'RecordTrade', {
          ...own,
          venue: 'v',
          trade_id: `t-${++trades}`,
          ...trade,
        }),
    };
  };

  /** What everybody is shown of everybody. */
  const requireShown = async (agent_id: string): Promise<void> => {
    await call(agent_id, 'Sessions', 'GetSession');
    await call(agent_id, 'Sessions', 'ListPositions');
    await call(agent_id, 'Operations', 'Resume');
    await call(agent_id, 'Ledger', 'GetBalances');
    await call(agent_id, 'Ledger', 'SnapshotPortfolio');
    const listed = await client.call('Sessions', 'ListSessions', { agent_id: '*' });
    assert.ok(listed.sessions.some((session: Reply) => session.agent_id === agent_id));
    const watch = client.stream('Sessions', 'WatchSessions', { agent_id: '*' });
    const [told] = await once(watch, 'data');
    assert.ok(told.sessions.some((session: Reply) => session.agent_id === agent_id));
    watch.on('error', () => {}).cancel();
  };

  it('capital whose distance from its peak is no amount halts, is told and can be closed', async () => {
    const { trade } = await desk('far', '1', { max_drawdown: '0.5', max_drawdown_from_peak: '0.5' });
    await trade({ pnl: big('4', 37) });
    await trade({ pnl: `-${big('99', 36)}`, executed: true });
    const last = await trade({ pnl: `-${big('4', 37)}`, executed: true });
    assert.equal(last.session.current_capital, `-98${'9'.repeat(36)}`);
    assert.equal(last.session.state, 'SESSION_STATE_HALTED');
    // (4e37 + 1 + 9.9e37 - 1) / (4e37 + 1)
    assert.equal(last.session.drawdown_from_peak, '3.475');
    await requireShown('far');
    await call('far', 'Sessions', 'HaltSession', { reason: 'r' });
    await call('far', 'Sessions', 'CloseSession', { reason: 'r' });
  });

  it('a first loss of everything there is is recorded', async () => {
    const { trade } = await desk('deep', big('1', 37), { max_daily_loss: '1' });
    const { session } = await trade({ pnl: `-${NINES}`, executed: true });
    assert.equal(session.state, 'SESSION_STATE_HALTED');
    await requireShown('deep');
  });

  it('guards judge an executed trade whatever their figures come to', async () => {
    const { trade } = await desk('judged', big('9', 37));
    const rules = [
      { max_drawdown: { fraction: '0.5' } },
      { max_daily_loss: { asset: 'USDC', amount: '1' } },
      { min_balance: { account: 'trading', asset: 'USDC', amount: '0' } },
      { max_position: { quantity: '1' } },
      { stop_loss: { amount: NINES } },
      { stop_loss: { fraction: '0.5' } },
      { max_amount: { asset: 'USDC', amount: '1' } },
    ];
    await trade({ side: 'TRADE_SIDE_BUY', quantity: big('6', 37), price: '1' });
    await call('judged', 'Operations', 'BeginOperation', {
      operation: 'o',
      params: { json: '{}' },
      risk: { market: 'A', side: 'BUY', quantity: big('6', 37), price: '1' },
    });
    for (const [n, rule] of rules.entries())
      await call('judged', 'Procedural', 'PutGuard', { name: `g-${n}`, rule });
    const lost = await trade({ pnl: `-${NINES}`, executed: true });
    assert.ok(lost.warnings.length >= 2, JSON.stringify(lost.warnings));
    await trade({ side: 'TRADE_SIDE_BUY', quantity: '1', price: '1', executed: true });
    await trade({ side: 'TRADE_SIDE_SELL', quantity: '11', price: NINES, pnl: '0', executed: true });
    await requireShown('judged');
  });

  it('a loss beside what is held is recorded, with less available than an amount can say', async () => {
    const { trade } = await desk('held', '1');
    await trade({ pnl: big('6', 37) });
    await call('held', 'Ledger', 'PlaceHold', { account: 'trading', asset: 'USDC', amount: big('6', 37) });
    await call('held', 'Ledger', 'ConfigureAccount', {
      account: 'trading',
      asset: 'USDC',
      must_not_go_negative: true,
    });
    await call('held', 'Signals', 'PutAlertRule', {
      rule: { name: 'low', balance_below: { account: 'trading', asset: 'USDC', amount: '1' } },
    });
    await trade({ pnl: `-${NINES}`, executed: true });
    await trade({ pnl: `-${big('6', 37)}`, executed: true });
    const { balances } = await call('held', 'Ledger', 'GetBalances');
    const [balance] = balances.filter((each: Reply) => each.account === 'trading');
    assert.equal(balance.posted, `-${NINES}`);
    assert.equal(balance.available, `-15${'9'.repeat(37)}`);
    await requireShown('held');
    const { balances: compared } = await call('held', 'Ledger', 'Reconcile', {
      expected: [{ account: 'trading', asset: 'USDC', posted: NINES }],
    });
    assert.ok(compared.some((each: Reply) => each.difference === `1${'9'.repeat(37)}8`));
  });

  it('a mark whose result is no amount is refused; where later fills make it so it is shown', async () => {
    const { own, trade } = await desk('marked', '1');
    await trade({ side: 'TRADE_SIDE_BUY', quantity: '1000', price: '1' });
    const mark = (mark_price: string): Promise<Reply> =>
      call('marked', 'Sessions', 'MarkPosition', { ...own, mark_price });
    const refused = { reason: 'LIMIT_EXCEEDED', field: 'mark_price' };
    await assert.rejects(mark(big('1', 36)), refused);
    const set = { ...own, quantity: '1000', average_price: '1' };
    const setTo = (mark_price: string): Promise<Reply> =>
      call('marked', 'Sessions', 'SetPosition', { ...set, mark_price });
    await assert.rejects(setTo(big('1', 36)), refused);
    assert.equal((await call('marked', 'Sessions', 'GetPosition', { market: 'A' })).position.mark_price, '');
    await mark(big('9', 34));
    await trade({ side: 'TRADE_SIDE_BUY', quantity: '9000', price: '1' });
    const { position } = await call('marked', 'Sessions', 'GetPosition', { market: 'A' });
    assert.equal(position.unrealized_pnl, `8${'9'.repeat(34)}0000`);
    await requireShown('marked');
  });

  it('a sum of actions is exact beyond what an amount holds', async () => {
    for (const status of ['ok', 'ok'])
      await call('sums', 'Audit', 'RecordAction', { action: 'a', status, pnl: NINES, pnl_asset: 'USDC' });
    const { sums } = await client.call('Audit', 'SumPnl', { agent_id: '*' });
    assert.equal(sums.find((sum: Reply) => sum.asset === 'USDC').pnl, `1${'9'.repeat(37)}8`);
  });

  it('is sound, and is so after a restart', async () => {
    await desk('nines', NINES).then(({ trade }) => trade({ pnl: '1', fee: '1' }));
    for await (const { done, findings } of client.stream('Admin', 'Verify', {}))
      if (done) assert.deepEqual(findings, []);
    client.close();
    assert.equal(await daemon.stop(), 0);
    daemon = await startDaemon({ state_dir: daemon.state_dir, args: ['--verify-on-start', 'full'] });
    client = new RawClient(daemon.address);
    await requireShown('nines');
  });
});
