import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Holdfast } from '@holdfast/client';
import { type Command, type Context, EXIT, UsageError } from '../command.js';
import { type Audit, audit, type Check, check } from './audit.js';
import { auditDesk, untilLost } from './desk/audit.js';
import { Desk, prepareDesk } from './desk/desk.js';
import { type DeskSignal, signalsOf } from './desk/plan.js';
import { type Kill, ORDERS_PER_KILL, planKills } from './kills.js';
import { PATIENCE_MS, type Sabotage } from './protocol.js';
import { AGENT_ID, Stage } from './stage.js';
import { START, withoutKills } from './strategy.js';
import { readTape, type Trade } from './tape.js';
import { DemoView } from './view.js';

const DEFAULT_KILLS = 12;
const MAX_LATENCY_MS = 10;
const DESK_KILLS_EACH = 2;

export const demo: Command = {
  name: 'demo',
  summary: 'trade over a real tape while everything is killed, and check every figure',
  details: `Runs a trading agent over 12,477 real trades of XRP/ETH, against an exchange that is a process of its own with its
own order log, on a daemon and a state folder of its own. Kills agent, daemon and the connection to the exchange with
no warning, most of them between an order's acceptance and its answer, and ends with a table that compares the exchange's
log with Holdfast's operations, ledger, episodes and state. Exit code 4 when anything differs: then the folder is kept.
The folder is temporary, or the one that --state-dir names, which must not exist yet.`,
  options: {
    seed: { value: 'N', help: 'repeats the plan of kills [random]' },
    kills: { value: 'N', help: `how many [${DEFAULT_KILLS}]` },
    trades: { value: 'N', help: 'only the first of the tape [all]' },
    fast: { help: 'an exchange that answers at once' },
    keep: { help: 'keep the state folder, and say where it is' },
    sabotage: { value: 'HOW', help: 'double-send or lost-order: breaks the demo, to see that it notices' },
  },
  examples: ['holdfast demo', 'holdfast demo --kills 30 --seed 7', 'holdfast demo --sabotage double-send'],
  run: runDemo,
};

interface Settings {
  readonly seed: number;
  readonly tape: readonly Trade[];
  readonly kills: number;
  readonly sabotage: Sabotage | undefined;
}

async function runDemo(context: Context): Promise<number> {
  const settings = readSettings(context);
  const { seed, tape } = settings;
  const ideal = withoutKills(tape);
  const most = Math.floor(ideal.orders / ORDERS_PER_KILL);
  if (settings.kills > most) {
    throw new UsageError(
      `--kills: ${ideal.orders} orders in ${tape.length} trades take at most ${most} kills`,
    );
  }
  const folder = makeFolder(context.text('state-dir'));
  const view = new DemoView(context.out, seed, tape.length, settings.kills);
  const plan = planKills(seed, settings.kills, ideal.orders);
  const started_ms = performance.now();
  const stage = makeStage(context, settings, folder, plan, view);
  const signals = signalsOf(tape);
  const desk = makeDesk(settings, folder, signals, stage, view);
  const closeBoth = async (): Promise<void> => {
    await desk.close();
    await stage.close();
  };
  const stopOnSignal = async (): Promise<void> => {
    await closeBoth();
    if (!context.on('keep')) rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', stopOnSignal).once('SIGTERM', stopOnSignal);
  let ok = false;
  try {
    const planned = settings.kills + desk.planned_kills;
    await stage.open();
    const [address] = await Promise.all([stage.run(), desk.run()]);
    const found = await examine(address, stage, ideal, signals);
    const survived = check('kills survived', planned, killsOf(stage) + desk.killed);
    const checks: Check[] = [...found.checks, survived];
    ok = checks.every((one) => one.ok);
    view.show({ ...found, checks, ok, stage, desk, wall_ms: Math.round(performance.now() - started_ms) });
  } catch (error) {
    context.out.remark(`holdfast demo: ${error instanceof Error ? error.message : error} (seed ${seed})`);
  } finally {
    process.off('SIGINT', stopOnSignal).off('SIGTERM', stopOnSignal);
    await closeBoth();
  }
  if (ok && !context.on('keep')) rmSync(folder, { recursive: true, force: true });
  else context.out.remark(`kept: ${folder} (holdfast serve --state-dir ${folder})`);
  return ok ? EXIT.ok : EXIT.wrong;
}

function makeStage(
  context: Context,
  { seed, tape, sabotage }: Settings,
  folder: string,
  plan: readonly Kill[],
  view: DemoView,
): Stage {
  return new Stage({
    folder,
    seed,
    trades: tape.length,
    max_latency_ms: context.on('fast') ? 0 : MAX_LATENCY_MS,
    sabotage,
    plan,
    prepare,
    onChange: (stage) => view.progress(stage),
    onKill: (stage, done) => view.killed(stage, done),
  });
}

function killsOf({ killed }: Stage): number {
  return killed.agent + killed.daemon + killed.connection;
}

async function examine(
  address: string,
  stage: Stage,
  ideal: ReturnType<typeof withoutKills>,
  signals: readonly DeskSignal[],
): Promise<Audit> {
  const holdfast = new Holdfast({ address, agent_id: AGENT_ID, deadline_ms: PATIENCE_MS });
  try {
    const times_lost = await untilLost(holdfast);
    const found = await audit(holdfast, stage.log_path, ideal);
    return {
      ...found,
      checks: [...found.checks, ...(await auditDesk(holdfast, signals, stage.daemon_starts_ms, times_lost))],
    };
  } finally {
    holdfast.close();
  }
}

function makeDesk(
  { seed, tape }: Settings,
  folder: string,
  signals: readonly DeskSignal[],
  stage: Stage,
  view: DemoView,
): Desk {
  const options = { folder, seed, trades: tape.length, signals: signals.length, kills_each: DESK_KILLS_EACH };
  return new Desk(
    { ...options, onKill: (agent_id, done) => view.deskKilled(agent_id, done) },
    () => stage.address,
  );
}

/** The agent's funds, and the rules of its accounts; the desk's guards and consumers. */
async function prepare(address: string): Promise<void> {
  await prepareDesk(address);
  const holdfast = new Holdfast({ address, agent_id: AGENT_ID, deadline_ms: PATIENCE_MS });
  try {
    for (const asset of ['ETH', 'XRP'] as const) {
      const account = 'trading';
      await holdfast.ledger.postTransaction({
        delta: { account, asset, amount: START[asset] },
        description: 'deposit',
      });
      await holdfast.ledger.configureAccount({ account, asset, must_not_go_negative: true });
    }
    await holdfast.episodic.setRetention({ type: 'trade', max_count: 100_000 });
  } finally {
    holdfast.close();
  }
}

function readSettings(context: Context): Settings {
  const sabotage = context.text('sabotage');
  if (sabotage !== undefined && sabotage !== 'double-send' && sabotage !== 'lost-order') {
    throw new UsageError(`--sabotage must be double-send or lost-order, not "${sabotage}"`);
  }
  const number = (option: string, otherwise: number): number => {
    const text = context.text(option) ?? String(otherwise);
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} must be a whole number, not "${text}"`);
    return Number(text);
  };
  return {
    seed: number('seed', randomInt(1_000_000)),
    tape: readTape(number('trades', 999_999_999)),
    kills: number('kills', DEFAULT_KILLS),
    sabotage,
  };
}

/** A new folder: the demo never touches a state folder that is in use. @throws UsageError */
function makeFolder(wanted: string | undefined): string {
  if (wanted === undefined) return mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
  const folder = resolve(wanted);
  if (existsSync(folder))
    throw new UsageError(`--state-dir: ${folder} exists already; the demo makes its own`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
