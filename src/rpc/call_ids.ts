/** What a line of the log says to tell one call from another. */
import type { Called } from './stats.js';

export interface CallIds {
  readonly method: string;
  /** Of this run of the daemon: calls that are logged, numbered. */
  readonly call_id: number;
  /** The caller's own; absent where its request has none, or none that may be one. */
  readonly request_id?: string;
  /** Of the caller's trace (https://www.w3.org/TR/trace-context/); absent where it sent none. */
  readonly trace_id?: string;
}

const numbers = new WeakMap<object, number>();
let last = 0;

export function idsOf(call: Called): CallIds {
  let call_id = numbers.get(call);
  if (call_id === undefined) {
    last += 1;
    call_id = last;
    numbers.set(call, call_id);
  }
  const { request_id } = (call.request ?? {}) as { request_id?: unknown };
  const [traceparent] = call.metadata.get('traceparent');
  const trace_id = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(String(traceparent ?? ''))?.[1];
  return {
    method: call.getPath().slice(1),
    call_id,
    ...(typeof request_id === 'string' && /^[\w.:-]{1,128}$/.test(request_id) && { request_id }),
    ...(trace_id !== undefined && { trace_id }),
  };
}
