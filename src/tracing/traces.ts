/**
 * Sends a span for each call that ended, with spans for what it waited for, to a collector over OTLP/HTTP. It is made after the call
 * was answered; what cannot be sent waits in a bounded queue and is dropped beyond it.
 */
import { packageVersion } from '../paths.js';
import { loadOtel, type OtelApi, type OtelTracer } from './packages.js';
import { noteSpans, type Span } from './spans.js';

/** Spans that may wait for the collector: about a megabyte. */
const MAX_WAITING = 2048;
const EXPORT_TIMEOUT_MS = 5000;
/** A stop does not wait longer than this for what is still to be sent. */
const FLUSH_MS = 1000;
// Numbers of the OpenTelemetry specification: SpanKind, StatusCode.
const INTERNAL = 0;
const SERVER = 1;
const ERROR = 2;

export interface EndedCall {
  /** Such as /holdfast.v1.State/PutState. */
  readonly path: string;
  /** Of gRPC, by name. */
  readonly code: string;
  readonly took_ms: number;
  /** As the caller sent it (https://www.w3.org/TR/trace-context/); empty = it sent none. */
  readonly traceparent: string;
  readonly waited: readonly Span[];
}

export class Traces {
  readonly #api: OtelApi;
  readonly #tracer: OtelTracer;
  readonly #shutdown: () => Promise<void>;

  private constructor(api: OtelApi, tracer: OtelTracer, shutdown: () => Promise<void>) {
    this.#api = api;
    this.#tracer = tracer;
    this.#shutdown = shutdown;
  }

  /** @throws HoldfastError INVALID_FIELD when the packages are not installed. */
  static async start(otlp_endpoint: string): Promise<Traces> {
    const { api, sdk, exporter, resources } = await loadOtel();
    const url = `${otlp_endpoint.replace(/\/+$/, '')}/v1/traces`;
    const provider = new sdk.BasicTracerProvider({
      resource: resources.resourceFromAttributes({
        'service.name': 'holdfast',
        'service.version': packageVersion,
      }),
      spanProcessors: [
        new sdk.BatchSpanProcessor(
          new exporter.OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT_MS }),
          {
            maxQueueSize: MAX_WAITING,
            maxExportBatchSize: 512,
            scheduledDelayMillis: 1000,
            exportTimeoutMillis: EXPORT_TIMEOUT_MS,
          },
        ),
      ],
    });
    noteSpans();
    return new Traces(api, provider.getTracer('holdfast', packageVersion), () => provider.shutdown());
  }

  /** Call it when the call has just ended. */
  ended({ path, code, took_ms, traceparent, waited }: EndedCall): void {
    const ended_ms = wall(performance.now());
    const [, service = '', method = ''] = path.split('/');
    const attributes = {
      'rpc.system': 'grpc',
      'rpc.service': service,
      'rpc.method': method,
      'rpc.response.status_code': code,
    };
    const options = { kind: SERVER, startTime: ended_ms - took_ms, attributes };
    const span = this.#tracer.startSpan(path.slice(1), options, this.#parentOf(traceparent));
    const inside = this.#api.trace.setSpan(this.#api.ROOT_CONTEXT, span);
    for (const { name, started_ms, ended_ms } of waited) {
      const part = { kind: INTERNAL, startTime: wall(started_ms) };
      this.#tracer.startSpan(name, part, inside).end(wall(ended_ms));
    }
    if (code !== 'OK') span.setStatus({ code: ERROR });
    span.end(ended_ms);
  }

  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, FLUSH_MS);
    });
    // A collector that is not there is no reason to stop otherwise than in order.
    await Promise.race([this.#shutdown().catch(() => {}), patience]);
    clearTimeout(timer);
  }

  #parentOf(traceparent: string): object {
    const { ROOT_CONTEXT, trace } = this.#api;
    const [, traceId = '', spanId = '', flags = ''] =
      /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
    if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return ROOT_CONTEXT;
    const traceFlags = Number.parseInt(flags, 16);
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
  }
}

/** From the monotonic clock of the process to Unix milliseconds. */
function wall(monotonic_ms: number): number {
  return performance.timeOrigin + monotonic_ms;
}
