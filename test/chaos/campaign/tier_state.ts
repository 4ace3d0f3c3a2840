import { fromUnits, toUnits } from './amounts.js';
import {
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import { type Message, type Wire, WireError } from './wire.js';

interface Version {
  readonly agent_id: string;
  readonly name: string;
  readonly version: number;
  readonly revision: number;
  readonly document: unknown;
}

interface Field {
  readonly revision: number;
  readonly value: unknown;
}

const HISTORY_SAMPLE = 15;

export class StateModel implements TierModel {
  readonly names = ['put_state', 'set_fields', 'increment_field', 'set_state_retention'];
  readonly #newest = new Map<string, Version>();
  readonly #history: Version[] = [];
  readonly #touched = new Set<string>();
  readonly #fields = new Map<string, Map<string, Field>>();

  apply(step: Step): Entry[] {
    if (step.name === 'put_state') return this.#put(step);
    if (step.name === 'set_state_retention')
      return [[step.agent_id, 'state.retention_set', textOf(step.request.name)]];
    if (step.name === 'set_fields') return this.#setFields(step);
    return this.#increment(step);
  }

  async compare(scope: Scope): Promise<void> {
    const { wire, random, full } = scope;
    const keys = full ? [...this.#newest.keys()] : [...this.#touched];
    await Promise.all([
      ...keys.map(async (key) => {
        const newest = this.#newest.get(key);
        if (newest !== undefined)
          expectState(newest, await wire.call('State/GetState', { ...nameOf(newest) }));
      }),
      ...random
        .sample(this.#history.slice(-4000), full ? 8 * HISTORY_SAMPLE : HISTORY_SAMPLE)
        .map(async (version) => {
          const at_revision = String(version.revision);
          expectState(version, await wire.call('State/GetState', { ...nameOf(version), at_revision }));
        }),
      ...[...new Set([...this.#newest.values()].map(({ agent_id }) => agent_id))].map((agent_id) =>
        expectNever(wire, agent_id),
      ),
      ...[...this.#fields].map(([agent_id, fields]) => expectFields(wire, agent_id, fields)),
    ]);
    this.#touched.clear();
  }

  /** The document that this revision wrote to a state; for comparing with the journal. */
  writtenAt(agent_id: string, name: string, revision: number): unknown {
    const newest = this.#newest.get(`${agent_id} ${name}`);
    return newest?.revision === revision ? newest.document : undefined;
  }

  #put(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    const name = textOf(request.name);
    const key = `${agent_id} ${name}`;
    const present = this.#newest.get(key)?.version ?? 0;
    const expected = request.expected_version;
    if (expected !== undefined) expectReply(step, 'a state was written over', Number(expected), present);
    expectReply(step, 'version', Number(result.version), present + 1);
    const version = {
      agent_id,
      name,
      version: present + 1,
      revision,
      document: documentOf(request.document),
    };
    this.#newest.set(key, version);
    this.#history.push(version);
    this.#touched.add(key);
    return [[agent_id, 'state.put', name]];
  }

  #setFields({ agent_id, request, revision }: Step): Entry[] {
    const entries = listOf(request.set).map((field): Entry => {
      this.#fieldsOf(agent_id).set(textOf(field.name), { revision, value: documentOf(field.value) });
      return [agent_id, 'field.set', textOf(field.name)];
    });
    return entries;
  }

  #increment(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    const name = textOf(request.name);
    const present = this.#fieldsOf(agent_id).get(name)?.value;
    const decimal = textOf(request.decimal);
    const before = present === undefined ? '0' : decimalIn(present);
    const after = fromUnits(toUnits(before) + toUnits(decimal === '' ? textOf(request.integer) : decimal));
    expectReply(step, 'value', result.value, after);
    const value = decimal === '' ? Number(after) : { __decimal__: after };
    this.#fieldsOf(agent_id).set(name, { revision, value });
    return [[agent_id, 'field.incremented', name]];
  }

  #fieldsOf(agent_id: string): Map<string, Field> {
    const known = this.#fields.get(agent_id) ?? new Map<string, Field>();
    this.#fields.set(agent_id, known);
    return known;
  }
}

function decimalIn(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return (value as { __decimal__: string }).__decimal__;
}

function nameOf({ agent_id, name }: Version): Message {
  return { agent_id, name };
}

function expectState(version: Version, reply: Message): void {
  const state = reply.state as { version: string; revision: string; document: unknown } | null;
  const { agent_id, name, document, revision } = version;
  expectRead(
    `state ${name} of ${agent_id} as of revision ${revision}`,
    {
      version: Number(state?.version),
      revision: Number(state?.revision),
      document: documentOf(state?.document),
    },
    { version: version.version, revision, document },
  );
}

async function expectFields(wire: Wire, agent_id: string, fields: Map<string, Field>): Promise<void> {
  const reply = await wire.call('State/GetFields', { agent_id });
  const actual = listOf(reply.fields).map(({ name, value, revision }) => [
    name,
    documentOf(value),
    Number(revision),
  ]);
  const expected = [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value, revision }]) => [name, value, revision]);
  expectRead(`the fields of ${agent_id}`, actual, expected);
}

/** The state that only refused transactions wrote. */
async function expectNever(wire: Wire, agent_id: string): Promise<void> {
  const found = await wire.call('State/GetState', { agent_id, name: 'never' }).catch((error: unknown) => {
    if (error instanceof WireError && error.reason === 'NOT_FOUND') return undefined;
    throw error;
  });
  insist(found === undefined, 'violation', 'refused', 'a refused transaction left a state behind', {
    agent_id,
    found,
  });
}
