import {
  allPages,
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  ifFound,
  inChunks,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import type { Message } from './wire.js';

/** The collection that each agent has, and its one unique key. */
export const COLLECTION = 'prices';
export const UNIQUE_KEY = ['sku', 'vendor'] as const;

interface ModelRecord {
  readonly agent_id: string;
  readonly record_id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly version: number;
}

export class KnowledgeModel implements TierModel {
  readonly names = ['put_collection', 'put_record', 'delete_record'];
  /** By agent and id. */
  readonly #records = new Map<string, ModelRecord>();
  /** Ids by agent and unique key. */
  readonly #by_key = new Map<string, string>();
  readonly #agents = new Set<string>();
  readonly #touched = new Map<string, ModelRecord>();

  apply(step: Step): Entry[] {
    const { agent_id, name, request, result } = step;
    this.#agents.add(agent_id);
    if (name === 'put_collection') return [[agent_id, 'collection.put', textOf(request.name)]];
    return name === 'put_record' ? this.#put(step, textOf(result.record_id)) : this.#delete(step);
  }

  #put(step: Step, record_id: string): Entry[] {
    const { agent_id, request, result } = step;
    const value = documentOf(request.value) as ModelRecord['value'];
    const owner = this.#by_key.get(keyOf(agent_id, value));
    const is_upsert = ((request.match_key ?? []) as unknown[]).length > 0;
    const named = textOf(request.record_id) || (is_upsert ? owner : undefined);
    expectReply(step, 'the record', named ?? record_id, record_id);
    expectReply(step, 'another has its unique key', owner ?? record_id, record_id);
    const present = this.#records.get(`${agent_id} ${record_id}`);
    checkVersion(step, present?.version ?? 0);
    expectReply(step, 'created', result.created, present === undefined);
    const version = (present?.version ?? 0) + 1;
    expectReply(step, 'version', Number(result.version), version);
    if (present !== undefined) this.#by_key.delete(keyOf(agent_id, present.value));
    const record = { agent_id, record_id, value, version };
    this.#records.set(`${agent_id} ${record_id}`, record);
    this.#by_key.set(keyOf(agent_id, value), record_id);
    this.#touched.set(`${agent_id} ${record_id}`, record);
    return [[agent_id, 'record.put', `${COLLECTION}/${record_id}`]];
  }

  #delete(step: Step): Entry[] {
    const { agent_id, request } = step;
    const key = `${agent_id} ${textOf(request.record_id)}`;
    const present = this.#records.get(key);
    insist(present !== undefined, 'violation', 'record', 'a record was deleted that is not there', step);
    checkVersion(step, present.version);
    this.#records.delete(key);
    this.#by_key.delete(keyOf(agent_id, present.value));
    this.#touched.set(key, present);
    return [[agent_id, 'record.deleted', `${COLLECTION}/${present.record_id}`]];
  }

  async compare({ wire }: Scope): Promise<void> {
    for (const agent_id of this.#agents) {
      const asked = { agent_id, collection: COLLECTION };
      const rows = await allPages(wire, 'Knowledge/QueryRecords', asked, 'records');
      const expected = [...this.#records.values()].filter((record) => record.agent_id === agent_id);
      expectRead(
        `the records of ${agent_id}`,
        rows.map(view).sort(byId),
        expected.map(({ record_id, value, version }) => ({ record_id, value, version })).sort(byId),
      );
      const { collection } = await wire.call('Knowledge/GetCollection', { agent_id, name: COLLECTION });
      const { records } = collection as Message;
      expectRead(`the number of records of ${agent_id}`, Number(records), expected.length);
    }
    await inChunks([...this.#touched.values()], async ({ agent_id, value }) => {
      const { sku, vendor } = value;
      const key = { json: JSON.stringify({ sku, vendor }) };
      const reply = await ifFound(wire, 'Knowledge/GetRecord', { agent_id, collection: COLLECTION, key });
      const found = (reply?.record as Message | undefined)?.record_id;
      expectRead(`who has key ${key.json} of ${agent_id}`, found, this.#by_key.get(keyOf(agent_id, value)));
    });
    this.#touched.clear();
  }
}

function checkVersion(step: Step, present: number): void {
  const { expected_version } = step.request;
  if (expected_version === undefined) return;
  expectReply(step, 'a record was written over', Number(expected_version), present);
}

function keyOf(agent_id: string, { sku, vendor }: ModelRecord['value']): string {
  return `${agent_id} ${textOf(sku)} ${textOf(vendor)}`;
}

function view({ record_id, value, version }: Message) {
  return { record_id: textOf(record_id), value: documentOf(value), version: Number(version) };
}

function byId(a: { record_id: string }, b: { record_id: string }): number {
  return a.record_id < b.record_id ? -1 : 1;
}
