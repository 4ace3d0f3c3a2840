import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { Holdfast } from '@holdfast/client';
import type { Session__Output } from '@holdfast/client/types/Session.js';
import { COMMANDS } from '../../src/cli/registry.js';
import { runCommandLine } from '../../src/cli/run.js';
import { screenOf } from '../../src/cli/sessions_screen.js';
import { packageRoot } from '../../src/paths.js';
import { startDaemon } from '../support/daemon.js';
import { until } from '../support/work.js';
import { cliFixture, ENV } from './support.js';

async function desk(address: string, agent_id = 'alpha', more: object = {}) {
  const client = new Holdfast({ address, agent_id });
  const { session } = await client.openSession({ asset: 'USDC', start_capital: '1000', ...more });
  const trade = (trade_id: string, request: object) =>
    client.sessions.recordTrade({
      session_id: session.session_id,
      venue: 'v',
      trade_id,
      market: 'BTC/USDC',
      ...request,
    });
  return { client, session, trade };
}

test('sessions: list, show, pause, resume, halt, reset', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  assert.match((await holdfast('sessions', 'list')).stderr, /no sessions/);
  const { client, session, trade } = await desk(daemon.address, 'alpha', {
    max_drawdown: '0.5',
    parameters: { json: '{"grid":5}' },
  });
  t.after(() => client.close());
  await trade('1', { side: 'TRADE_SIDE_BUY', quantity: '2', price: '100', fee: '0.5' });

  const shown = await holdfast('sessions', 'show');
  assert.match(shown.stdout, /^session +session-/);
  assert.match(shown.stdout, /\ncurrent capital +999\.5\n/);
  assert.match(shown.stdout, /\nmax drawdown +0\.5\n/);
  assert.match(shown.stdout, /\nheartbeat every +30\.0 s\n/);
  assert.match(shown.stdout, /\nparameters +\{"grid":5\}\n/);
  assert.match(shown.stdout, /\n\nMARKET +QUANTITY +AVERAGE .*\nBTC\/USDC +2 +100 +200 +- +-\n$/);
  const read = (await json('sessions', 'show', session.session_id)) as { session: Session__Output };
  assert.equal(read.session.heartbeat_interval, '30s' as never);
  assert.equal((await holdfast('sessions', 'show', 'session-00000000001')).code, 1);

  const reduced = await holdfast('sessions', 'pause', '--reduce-only', '--reason', 'thin');
  assert.match(reduced.stdout, /^session +session-.*\nstate +REDUCING\nreason +thin\n$/);
  assert.match((await holdfast('sessions', 'pause')).stdout, /\nstate +PAUSED\n/);
  assert.match((await holdfast('sessions', 'resume')).stdout, /\nstate +ACTIVE\n/);
  assert.match(
    (await holdfast('sessions', 'halt', '--reason', 'news')).stdout,
    /\nstate +HALTED\nreason +news\n/,
  );
  const refused = await holdfast('sessions', 'resume');
  assert.deepEqual([refused.code, /WRONG_STATE.*ResetHalt/.test(refused.stderr)], [1, true]);
  assert.match((await holdfast('sessions', 'reset')).stderr, /FIELD_REQUIRED: reason/);
  const listed = await holdfast('sessions', 'list', '--state', 'halted');
  assert.match(listed.stdout, /^AGENT +STATE +ASSET +CAPITAL .*\nalpha +HALTED +USDC +999\.5 +0 +0\.5 +1 /);
  assert.match((await holdfast('sessions', 'list', '--state', 'active')).stderr, /no sessions/);
  assert.equal((await holdfast('sessions', 'list', '--state', 'asleep')).code, 2);
  const reset = await json('sessions', 'reset', '--reason', 'ok', '--operator', 'ann', '--rebase');
  assert.equal((reset as { session: Session__Output }).session.state, 'SESSION_STATE_ACTIVE');
});

test('sessions: trades are listed, and a session is closed with a reason', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  assert.match((await holdfast('sessions', 'trades')).stderr, /no trades/);
  const { client, session, trade } = await desk(daemon.address);
  t.after(() => client.close());
  await trade('buy-1', { side: 'TRADE_SIDE_BUY', quantity: '2', price: '100', fee: '0.5' });
  await trade('bet-1', { market: 'coin-flip', pnl: '-5' });
  const listed = await holdfast('sessions', 'trades');
  assert.match(
    listed.stdout,
    /^RECORDED +MARKET .*\n\d{4}.*Z +coin-flip +- +- +- +-5 +0 +v +bet-1 +session-.*\n.*Z +BTC\/USDC +buy +2 +100 +0 +0\.5 +v +buy-1 +session-.*\n$/,
  );
  const only = (await json('sessions', 'trades', session.session_id, '--market', 'coin-flip')) as {
    trade_id: string;
  }[];
  assert.deepEqual(
    only.map(({ trade_id }) => trade_id),
    ['bet-1'],
  );
  const closed = await holdfast('sessions', 'close', '--reason', 'retired');
  assert.match(
    closed.stdout,
    /^session +session-.*\nstate +CLOSED\nreason +retired\n\nMARKET .*\nBTC\/USDC +2 /,
  );
  const again = await holdfast('sessions', 'close', session.session_id);
  assert.deepEqual([again.code, /WRONG_STATE/.test(again.stderr)], [1, true]);
});

test('sessions watch tells lines, and goes on after the daemon was away', async (t) => {
  const { daemon } = await cliFixture(t);
  const first = await desk(daemon.address);
  t.after(() => first.client.close());
  const env = { ...ENV, HOLDFAST_ADDRESS: daemon.address };
  const cli = join(packageRoot, 'dist', 'src', 'cli', 'main.js');
  const child = spawn(process.execPath, [cli, 'sessions', 'watch', '--json', '--count', '3'], { env });
  t.after(() => child.kill());
  const lines: Session__Output[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  await until(() => lines.length === 1);
  assert.equal(lines[0]?.agent_id, 'alpha');
  await first.trade('1', { pnl: '7' });
  await until(() => lines.length === 2);
  assert.equal(lines[1]?.total_pnl, '7');
  const exited = once(child, 'exit');
  await daemon.kill();
  const again = await startDaemon({ state_dir: daemon.state_dir });
  t.after(() => again.kill());
  assert.deepEqual(await exited, [0, null]);
  await until(() => lines.length === 3);
  assert.deepEqual([lines[2]?.agent_id, lines[2]?.total_pnl], ['alpha', '7']);
});

/** A terminal that remembers what was written to it. */
function terminal() {
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  const stdout = { write, isTTY: true, columns: 100, rows: 12 };
  return { streams: { stdout, stderr: { write: () => {} }, handOver: async () => {} }, text: () => text };
}

test('on a terminal the table is redrawn in place, and the screen is given back', async (t) => {
  const { daemon } = await cliFixture(t);
  const alpha = await desk(daemon.address, 'alpha', { max_drawdown: '0.1' });
  const beta = await desk(daemon.address, 'beta');
  t.after(() => {
    alpha.client.close();
    beta.client.close();
  });
  const screen = terminal();
  const args = ['--address', daemon.address, 'sessions', 'watch', '--count', '4'];
  const ended = runCommandLine(args, {}, screen.streams, COMMANDS);
  await until(() => screen.text().includes('beta'));
  await alpha.trade('1', { pnl: '-123.45' });
  await until(() => screen.text().includes('HALTED'));
  await beta.trade('1', { pnl: '5' });
  assert.equal(await ended, 0);
  const text = screen.text();
  assert.ok(text.startsWith('\u001b[?1049h\u001b[?25l\u001b[H'));
  assert.ok(text.endsWith('\u001b[?25h\u001b[?1049l'));
  const last = text.split('\u001b[H').at(-1)?.replaceAll('\u001b[K', '').split('\r\n') ?? [];
  assert.match(last[0] ?? '', /^holdfast sessions {2}\d{4}-.* UTC {2}2 open, 1 need a look$/);
  assert.match(
    last[3] ?? '',
    /^! +alpha +HALTED +876\.55 +-123\.45 +-123\.45 +12\.34% of 10% +- +USDC +1 +0 +1 /,
  );
  assert.match(last[4] ?? '', /^ +beta +ACTIVE +1005 +5 +5 +0\.00% +- +USDC +1 +1 +0 /);
  const plain = last.map((line) => line.split('\u001b')[0] ?? line);
  for (const line of plain) assert.ok(line.length <= 100, line);
});

const SESSION = {
  session_id: 'session-00000000001',
  agent_id: 'alpha',
  state: 'SESSION_STATE_ACTIVE',
  reason: '',
  asset: 'ETH',
  current_capital: '20',
  total_pnl: '0',
  daily_pnl: '0',
  drawdown_from_start: '0',
  drawdown_from_peak: '0',
  max_drawdown: '',
  max_drawdown_from_peak: '',
  trades: '0',
  wins: '0',
  losses: '0',
  ended_at: null,
  last_heartbeat_at: { seconds: '0', nanos: 0 },
} as unknown as Session__Output;
const rowsOf = (...sessions: Partial<Session__Output>[]) =>
  screenOf(
    sessions.map((one) => ({ ...SESSION, ...one })),
    5000,
    '',
  ).slice(3);

test('what matters stands within 80 columns, rounded for the eye, names shortened', () => {
  const [first = '', second = ''] = rowsOf(
    {
      agent_id: 'desk-executor-of-xrp-0017',
      state: 'SESSION_STATE_REDUCING',
      current_capital: '123456.789012345678901234',
      total_pnl: '-12345.678901',
      daily_pnl: '-0.069779355',
      drawdown_from_start: '0.0512345',
      drawdown_from_peak: '0.1234567',
      max_drawdown: '0.5',
      max_drawdown_from_peak: '0.125',
    },
    { agent_id: 'desk-executor-of-xrp-0018', current_capital: '1234567.5', daily_pnl: '-0.999999999' },
  );
  assert.match(
    first,
    /^ {3}desk-e…-0017 {2}REDUCING +123457 +-12345\.7 +-0\.069779 +12\.34% of 12\.5% peak +5s /,
  );
  const seen = [...first].slice(0, 80).join('');
  assert.ok(seen.includes('12.34% of 12.5% peak'), seen);
  assert.match(second, /^ {3}desk-e…-0018 {2}ACTIVE +1234568 +0 +-1\.000000 +0\.00% +5s +ETH /);
});

test('of two limits the one that is nearer is shown', () => {
  const drawdown = (more: Partial<Session__Output>) =>
    rowsOf({ drawdown_from_start: '0.04', drawdown_from_peak: '0.08', ...more })[0]
      ?.replace(/ +5s .*/, '')
      .split(/ {2,}/)
      .at(-1);
  assert.equal(drawdown({}), '4.00%');
  assert.equal(drawdown({ max_drawdown: '0.05' }), '4.00% of 5%');
  assert.equal(drawdown({ max_drawdown_from_peak: '1' }), '8.00% of 100% peak');
  assert.equal(drawdown({ max_drawdown: '0.05', max_drawdown_from_peak: '0.2' }), '4.00% of 5%');
  assert.equal(drawdown({ max_drawdown: '0.2', max_drawdown_from_peak: '0.1' }), '8.00% of 10% peak');
});

test('the screen says when nobody answers, and when there is nothing', () => {
  const [title, , none] = screenOf([], 0, 'connection refused\u001b[2J');
  assert.equal(
    title,
    'holdfast sessions  1970-01-01 00:00:00 UTC  0 open, 0 need a look  NO ANSWER: connection refused [2J',
  );
  assert.equal(none, 'no open sessions');
});
