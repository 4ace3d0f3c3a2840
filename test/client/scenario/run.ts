/** Replays the clients' common scenario with the TypeScript client. */
import assert from 'node:assert/strict';
import { status } from '@grpc/grpc-js';
import {
  type Attempt,
  DefinitelyDidNotHappen,
  doc,
  type ExecuteOnceOptions,
  fromDoc,
  Holdfast,
  HoldfastError,
  listAll,
  OperationDeniedError,
  type Unary,
} from '@holdfast/client';
import { gate } from '../support.js';
import { fromJson, methodOf, toJson, typeOf } from './json.js';
import { at, check, substitute } from './match.js';
import { fromTagged, toTagged } from './values.js';

type Fields = Record<string, unknown>;
type Listed = Unary<{ page_token?: string }, { next_page_token: string }>;

export interface Step {
  readonly name: string;
  readonly agent?: string;
  readonly process?: string;
  readonly call?: string;
  readonly pages?: string;
  readonly items?: string;
  readonly stream?: string;
  readonly during?: readonly Step[];
  readonly take?: number;
  readonly request?: Fields;
  readonly execute_once?: Fields;
  readonly document?: { readonly value: unknown };
  readonly expect?: Fields;
  readonly error?: Fields;
  readonly save?: Readonly<Record<string, string>>;
}

export class ScenarioRun {
  readonly #address: string;
  readonly #vars: Fields;
  readonly #clients = new Map<string, Holdfast>();

  constructor(address: string, run: string, vars: Readonly<Record<string, string>>) {
    this.#address = address;
    this.#vars = { run };
    for (const [name, value] of Object.entries(vars)) this.#vars[name] = substitute(value, this.#vars);
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
  }

  async step(written: Step): Promise<void> {
    const during = written.during ?? [];
    const step = substitute({ ...written, during: [] }, this.#vars) as Step;
    // What the steps within a stream save is not known before they run, so they are replaced one by one.
    const { result, error } = await this.#act({ ...step, during });
    if (step.error === undefined) {
      if (error !== undefined) throw new Error(`"${step.name}" failed: ${error}`, { cause: error });
    } else checkError(error, step.error, step.name);
    for (const [path, matcher] of Object.entries(step.expect ?? {}))
      check(at(result, path), matcher, `"${step.name}", ${path}`);
    for (const [name, path] of Object.entries(step.save ?? {})) {
      const value = at(result, path);
      assert.notEqual(value, undefined, `"${step.name}": nothing at ${path} to save`);
      this.#vars[name] = value;
    }
  }

  #client({ agent, process = 'main' }: Step): Holdfast {
    const agent_id = agent ?? String(this.#vars.agent);
    const key = `${agent_id} ${process}`;
    let client = this.#clients.get(key);
    if (client === undefined) {
      client = new Holdfast({ address: this.#address, agent_id });
      this.#clients.set(key, client);
    }
    return client;
  }

  /** What the action gave, or how it failed; of execute_once both may be there. */
  async #act(step: Step): Promise<{ result?: unknown; error?: unknown }> {
    const client = this.#client(step);
    if (step.execute_once !== undefined) return executeOnce(client, step.execute_once);
    try {
      if (step.call !== undefined) return { result: await call(client, step.call, step.request ?? {}) };
      if (step.pages !== undefined) return { result: await pages(client, step) };
      if (step.stream !== undefined) return { result: await this.#stream(client, step) };
      if (step.document !== undefined) return { result: await document(client, step.document.value) };
    } catch (error) {
      return { error };
    }
    throw new Error(`"${step.name}" has no action`);
  }

  async #stream(client: Holdfast, step: Step): Promise<unknown[]> {
    const { method } = methodOf(step.stream ?? '');
    const during = async (): Promise<void> => {
      for (const one of step.during ?? []) await this.step(one);
    };
    const live = gate();
    const request = fromJson(method.resolvedRequestType, step.request ?? {});
    const waits = step.stream === 'Signals.Subscribe' && request.from_revision === undefined;
    const taken: unknown[] = [];
    const reading = (async () => {
      for await (const message of messages(client, step.stream ?? '', request, () => live.open())) {
        taken.push(message);
        if (taken.length === step.take) return;
      }
    })();
    // A stream that fails before it is live fails the step.
    if (waits) await Promise.race([live.opened, reading]);
    await during();
    await reading;
    return taken;
  }
}

/** A method of the client by its name in the contract. */
function methodOn(client: Holdfast, service: string, rpc: string): (request: object) => unknown {
  if (service === 'Transact') return client.transact;
  const name = rpc.charAt(0).toLowerCase() + rpc.slice(1);
  const place = service.charAt(0).toLowerCase() + service.slice(1);
  if (rpc === 'TakeOver') return (request) => client.takeOver(request);
  if (rpc === 'OpenSession') return (request) => client.openSession(request);
  const methods = (client as unknown as Record<string, Record<string, (request: object) => unknown>>)[place];
  const found = methods?.[name];
  if (found === undefined) throw new Error(`the client has no ${place}.${name}`);
  return found;
}

async function call(client: Holdfast, name: string, request: Fields): Promise<unknown> {
  const { service, rpc, method } = methodOf(name);
  const message = fromJson(method.resolvedRequestType, request);
  const reply = await methodOn(client, service, rpc)(message);
  return toJson(method.resolvedResponseType, reply as Fields);
}

async function pages(client: Holdfast, step: Step): Promise<unknown[]> {
  const { service, rpc, method } = methodOf(step.pages ?? '');
  const list = methodOn(client, service, rpc) as Listed;
  const item = method.resolvedResponseType?.fields[step.items ?? '']?.resolve().resolvedType;
  if (item === null || item === undefined || !('fields' in item)) throw new Error(`no items ${step.items}`);
  const items: unknown[] = [];
  for await (const one of listAll(list, fromJson(method.resolvedRequestType, step.request ?? {})))
    items.push(toJson(item, one as unknown as Fields));
  return items;
}

async function* messages(
  client: Holdfast,
  name: string,
  request: Fields,
  onLive: () => void,
): AsyncGenerator<unknown, void, undefined> {
  const { service, rpc, method } = methodOf(name);
  const reply = method.resolvedResponseType;
  if (name === 'Watch.Watch') {
    for await (const message of client.watch(request))
      if (message.entries.length > 0) yield toJson(reply, { ...message });
  } else if (name === 'Signals.Subscribe') {
    for await (const signal of client.subscribe(request, { onLive }))
      yield toJson(typeOf('Signal'), { ...signal });
  } else if (name === 'Signals.Consume') {
    const options = { max_in_flight: Number(request.max_in_flight ?? 0) };
    for await (const { signal, delivery, ack_by, ack } of client.consume(String(request.name), options)) {
      await ack();
      yield toJson(reply, { signal, delivery, ack_by });
    }
  } else {
    const stream = methodOn(client, service, rpc)(request) as AsyncGenerator<Fields>;
    for await (const message of stream) yield toJson(reply, message);
  }
}

async function document(client: Holdfast, value: unknown): Promise<unknown> {
  await client.state.putState({ name: 'document', document: doc(fromTagged(value)) });
  const { state } = await client.state.getState({ name: 'document' });
  return { json: state?.document?.json, value: toTagged(fromDoc(state?.document)) };
}

async function executeOnce(client: Holdfast, given: Fields): Promise<{ result: unknown; error?: unknown }> {
  const { operation, params, act, settlements, mutations, reconcile, ...options } = given;
  const seen: Fields = { called: false };
  const fn = ({ client_order_id, attempt, hold_ids }: Attempt): unknown => {
    Object.assign(seen, { called: true, client_order_id, attempt });
    const { fail, result } = (act ?? {}) as Fields;
    assert.notEqual(act, undefined, 'the function must not be called');
    if (fail === 'definitely') throw new DefinitelyDidNotHappen('refused');
    if (fail === 'unknown') throw new Error('timeout');
    const settled = ((settlements ?? []) as Fields[]).map(({ hold, ...rest }) => {
      return { hold_id: hold_ids[Number(hold)] ?? '', ...rest };
    });
    const changes = ((mutations ?? []) as Fields[]).map((one) => fromJson(typeOf('Mutation'), one));
    return { result: fromTagged(result), settlements: settled, mutations: changes };
  };
  const answer = reconcile as { happened: boolean; result?: unknown } | undefined;
  const asked = answer && { ...answer, result: fromTagged(answer.result ?? null) };
  try {
    const done = await client.executeOnce(String(operation), fromTagged(params ?? null), fn, {
      ...(options as ExecuteOnceOptions),
      ...(asked && { reconcile: () => asked }),
    });
    const { result, executed, results } = done;
    const operation_json = toJson(typeOf('Operation'), { ...done.operation });
    const returned = results?.map((one) => toJson(typeOf('MutationResult'), { ...one }));
    const all = { ...seen, executed, result: toTagged(result as never), operation: operation_json };
    return { result: returned === undefined ? all : { ...all, results: returned } };
  } catch (error) {
    return { result: seen, error };
  }
}

function checkError(error: unknown, expected: Fields, name: string): void {
  assert.ok(error instanceof Error, `"${name}" must fail`);
  const known = error instanceof HoldfastError ? error : undefined;
  const { code = -1, reason, field, metadata, retry_after_ms, request_id, outcome_unknown } = known ?? {};
  const facts: Fields = {
    class: error.constructor.name.replace(/Error$/, ''),
    ...(known && { code: status[code], reason, field, metadata, outcome_unknown }),
    ...(retry_after_ms !== undefined && { retry_after: true }),
    ...(request_id !== undefined && { request_id: true }),
    ...(error instanceof OperationDeniedError && {
      denials: error.denials.map((one) => toJson(typeOf('Denial'), { ...one })),
    }),
  };
  for (const [key, matcher] of Object.entries(expected)) {
    const wanted = key === 'metadata' ? { contains: matcher } : matcher;
    check(facts[key], wanted, `"${name}" failed with ${error.name} ${reason ?? ''} ${error.message}; ${key}`);
  }
}
