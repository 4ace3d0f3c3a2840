/** What a thousand open sessions cost that each send a heartbeat every five seconds. */
import { Holdfast } from '@holdfast/client';
import { processUse } from '../noise.js';

const INTERVAL_MS = 5000;
/** Heartbeats are sent in small groups at a steady pace, as independent agents would. */
const TICK_MS = 25;

interface Beating {
  readonly agent_id: string;
  readonly session_id: string;
  readonly epoch: string;
}

async function open(holdfast: Holdfast, count: number): Promise<Beating[]> {
  const beating: Beating[] = [];
  for (let n = 0; n < count; n += 1) {
    const agent_id = `beating-${n}`;
    const { session, epoch } = await holdfast.sessions.openSession({
      agent_id,
      asset: 'USDC',
      start_capital: '1000',
      heartbeat_interval: { seconds: 60, nanos: 0 },
    });
    beating.push({ agent_id, session_id: session?.session_id ?? '', epoch });
  }
  return beating;
}

export interface HeartbeatFigures {
  /** CPU seconds of the daemon per second, in percent of one core. */
  readonly percent_of_core: number;
  readonly percent_of_core_idle: number;
  readonly per_second: number;
}

/** @param pid of the daemon */
export async function measureHeartbeats(
  address: string,
  pid: number,
  sessions: number,
  seconds: number,
): Promise<HeartbeatFigures> {
  const holdfast = new Holdfast({ address });
  try {
    const beating = await open(holdfast, sessions);
    // One full round first, so that code is warm and every session is known to beat.
    await beat(holdfast, beating, INTERVAL_MS);
    const idle = await percent(pid, () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)));
    let sent = 0;
    const busy = await percent(pid, async () => {
      sent = await beat(holdfast, beating, seconds * 1000);
    });
    return { percent_of_core: busy, percent_of_core_idle: idle, per_second: sent / seconds };
  } finally {
    holdfast.close();
  }
}

async function percent(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = processUse(pid).cpu_seconds;
  const started_ms = performance.now();
  await work();
  return ((processUse(pid).cpu_seconds - before) / ((performance.now() - started_ms) / 1000)) * 100;
}

async function beat(holdfast: Holdfast, beating: readonly Beating[], span_ms: number): Promise<number> {
  const started_ms = performance.now();
  const under_way: Promise<unknown>[] = [];
  for (let sent = 0; ; ) {
    const elapsed_ms = performance.now() - started_ms;
    const due = Math.floor((Math.min(elapsed_ms, span_ms) / INTERVAL_MS) * beating.length);
    for (; sent < due; sent += 1) {
      under_way.push(holdfast.sessions.heartbeat({ ...beating[sent % beating.length] }));
    }
    if (elapsed_ms >= span_ms) {
      await Promise.all(under_way);
      return sent;
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}
