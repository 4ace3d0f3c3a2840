/** Calls, errors and latency per RPC since the start. */
import { Percentiles } from '../percentiles.js';

export interface MethodStats {
  calls: number;
  errors: number;
  readonly latency_us: Percentiles;
}

export class RpcStats {
  /** Open watches. */
  watches = 0;
  readonly methods = new Map<string, MethodStats>();

  record(method: string, started_ms: number, ok: boolean): void {
    let stats = this.methods.get(method);
    if (stats === undefined) {
      stats = { calls: 0, errors: 0, latency_us: new Percentiles(1024) };
      this.methods.set(method, stats);
    }
    stats.calls += 1;
    if (!ok) stats.errors += 1;
    stats.latency_us.record((performance.now() - started_ms) * 1000);
  }
}
