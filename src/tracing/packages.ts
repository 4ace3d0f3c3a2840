/**
 * The optional packages of OpenTelemetry, as far as they are used. Declared here because they need not be installed for Holdfast to
 * compile; versions as in package.json's peerDependencies.
 */
import { HoldfastError } from '../errors.js';

export interface SpanContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly isRemote: boolean;
}

export interface OtelSpan {
  setStatus(status: { readonly code: number }): unknown;
  /** Unix milliseconds. */
  end(end_ms: number): void;
}

export interface OtelTracer {
  startSpan(
    name: string,
    options: {
      readonly kind: number;
      readonly startTime: number;
      readonly attributes?: Readonly<Record<string, string | number>>;
    },
    parent: object,
  ): OtelSpan;
}

export interface OtelApi {
  readonly ROOT_CONTEXT: object;
  readonly trace: {
    setSpan(parent: object, span: OtelSpan): object;
    setSpanContext(parent: object, context: SpanContext): object;
  };
}

interface OtelSdk {
  readonly BasicTracerProvider: new (options: {
    readonly resource: object;
    readonly spanProcessors: readonly object[];
  }) => { getTracer(name: string, version: string): OtelTracer; shutdown(): Promise<void> };
  readonly BatchSpanProcessor: new (exporter: object, options: Readonly<Record<string, number>>) => object;
}

interface OtelExporter {
  readonly OTLPTraceExporter: new (options: {
    readonly url: string;
    readonly timeoutMillis: number;
  }) => object;
}

interface OtelResources {
  resourceFromAttributes(attributes: Readonly<Record<string, string>>): object;
}

export interface OtelPackages {
  readonly api: OtelApi;
  readonly sdk: OtelSdk;
  readonly exporter: OtelExporter;
  readonly resources: OtelResources;
}

const API = '@opentelemetry/api';
const SDK = '@opentelemetry/sdk-trace-base';
const EXPORTER = '@opentelemetry/exporter-trace-otlp-http';
/** Comes with the SDK. */
const RESOURCES = '@opentelemetry/resources';
/** Without --save-prod npm skips optional peers even when they are named; --no-save leaves package.json as it is. */
const INSTALL = `npm install --no-save --save-prod --ignore-scripts ${API}@1.9.1 ${SDK}@2.12.1 ${EXPORTER}@0.223.1`;

/** @throws HoldfastError INVALID_FIELD saying what to install. */
export async function loadOtel(): Promise<OtelPackages> {
  return {
    api: (await load(API)) as OtelApi,
    sdk: (await load(SDK)) as OtelSdk,
    exporter: (await load(EXPORTER)) as OtelExporter,
    resources: (await load(RESOURCES)) as OtelResources,
  };
}

async function load(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new HoldfastError(
      'INVALID_FIELD',
      `--otlp-endpoint: the optional package ${name} does not load (${problem}). In Holdfast's folder: ${INSTALL}`,
      { field: 'otlp-endpoint' },
    );
  }
}
