/** What a thousand open sessions cost that each send a heartbeat every five seconds, beside the RPC library called as often. */
import { Client, credentials } from '@grpc/grpc-js';
import { Holdfast } from '@holdfast/client';
import { processUse } from '../noise.js';
import { startServer } from '../processes.js';
import { BARE_METHOD } from './bare_method.js';

const INTERVAL_MS = 5000;
/** Rounds before the measurement: a daemon lives for days, and its code is compiled after the first minute. */
const WARM_ROUNDS = 3;
/** About as long as a heartbeat's request. */
const BARE_BYTES = 48;
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
  /** Of a server that is the RPC library and nothing else, called as often. */
  readonly percent_of_core_bare: number;
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
    const send: Send = (at) => holdfast.sessions.heartbeat({ ...beating[at % sessions] });
    // Every session is known to beat after that, too.
    await atPace(send, sessions, WARM_ROUNDS * INTERVAL_MS);
    const idle = await percent(pid, () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)));
    let sent = 0;
    const busy = await percent(pid, async () => {
      sent = await atPace(send, sessions, seconds * 1000);
    });
    return {
      percent_of_core: busy,
      percent_of_core_idle: idle,
      percent_of_core_bare: await measureBare(sessions, seconds),
      per_second: sent / seconds,
    };
  } finally {
    holdfast.close();
  }
}

async function measureBare(sessions: number, seconds: number): Promise<number> {
  const server = await startServer(new URL('./bare_server.js', import.meta.url), []);
  const client = new Client(server.address, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = BARE_METHOD;
  const request = Buffer.alloc(BARE_BYTES, 'x');
  const send: Send = () =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error) => {
        if (error === null) resolve(undefined);
        else reject(error);
      });
    });
  try {
    await atPace(send, sessions, WARM_ROUNDS * INTERVAL_MS);
    return await percent(server.process.pid ?? 0, () => atPace(send, sessions, seconds * 1000));
  } finally {
    client.close();
    await server.kill();
  }
}

async function percent(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = processUse(pid).cpu_seconds;
  const started_ms = performance.now();
  await work();
  return ((processUse(pid).cpu_seconds - before) / ((performance.now() - started_ms) / 1000)) * 100;
}

type Send = (at: number) => Promise<unknown>;

/** Sends as many as that in each interval, evenly; says how many it sent. */
async function atPace(send: Send, per_interval: number, span_ms: number): Promise<number> {
  const started_ms = performance.now();
  const under_way: Promise<unknown>[] = [];
  for (let sent = 0; ; ) {
    const elapsed_ms = performance.now() - started_ms;
    const due = Math.floor((Math.min(elapsed_ms, span_ms) / INTERVAL_MS) * per_interval);
    for (; sent < due; sent += 1) under_way.push(send(sent));
    if (elapsed_ms >= span_ms) {
      await Promise.all(under_way);
      return sent;
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}
