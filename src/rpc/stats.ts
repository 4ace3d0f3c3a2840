/** Calls, errors and latency per RPC since the start. */
import { HoldfastError } from '../errors.js';
import { Percentiles } from '../percentiles.js';

export interface MethodStats {
  calls: number;
  errors: number;
  readonly latency_us: Percentiles;
}

/** As much of a call of grpc-js as it takes to tell which one it was. */
export interface Called {
  getPath(): string;
  readonly metadata: { get(key: string): readonly (string | Buffer)[] };
  readonly request?: unknown;
}

/** Told of each call that ended. `code` is of gRPC, by name. */
export type CallObserver = (call: Called, took_ms: number, code: string) => void;

export class RpcStats {
  /** Open watches. */
  watches = 0;
  /** Open subscriptions to signals, streams of consumers included. */
  subscriptions = 0;
  readonly methods = new Map<string, MethodStats>();
  readonly #observers: CallObserver[] = [];

  onCall(observer: CallObserver): void {
    this.#observers.push(observer);
  }

  /** @param error what it failed with, when it did. */
  record(call: Called, started_ms: number, ok: boolean, error?: unknown): void {
    const method = call.getPath();
    const took_ms = performance.now() - started_ms;
    let stats = this.methods.get(method);
    if (stats === undefined) {
      stats = { calls: 0, errors: 0, latency_us: new Percentiles(1024) };
      this.methods.set(method, stats);
    }
    stats.calls += 1;
    if (!ok) stats.errors += 1;
    stats.latency_us.record(took_ms * 1000);
    if (this.#observers.length === 0) return;
    const code = ok ? 'OK' : error instanceof HoldfastError ? error.status : 'INTERNAL';
    for (const observe of this.#observers) observe(call, took_ms, code);
  }
}
