import {
  allPages,
  type Entry,
  expectRead,
  expectReply,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import type { Message } from './wire.js';

interface ModelCredential {
  readonly version: number;
  /** As it was sent: base64. */
  readonly value: string;
  readonly description: string;
  /** In Unix microseconds; Infinity = never. */
  readonly expires_us: number;
  readonly revision: number;
}

/** Reads are journaled, so where each stands among the writes is known: what it answered must be what was there. */
export class VaultModel implements TierModel {
  readonly names = ['put_credential', 'get_credential', 'delete_credential'];
  readonly #agents = new Map<string, Map<string, ModelCredential>>();

  reads = 0;

  apply(step: Step): Entry[] {
    const { agent_id, request, result, revision, time_us } = step;
    const name = textOf(request.name);
    const known = this.#of(agent_id);
    const present = known.get(name);
    const is_over = present !== undefined && present.expires_us <= time_us;
    if (step.name === 'put_credential') {
      const { expected_version, ttl, description } = request;
      const current = is_over ? 0 : (present?.version ?? 0);
      if (expected_version !== undefined)
        expectReply(step, 'a credential was written over', expected_version, current);
      const version = (present?.version ?? 0) + 1;
      expectReply(step, 'version', (result.credential as Message).version, version);
      const seconds = ttl === undefined ? undefined : Number((ttl as Message).seconds);
      const expires_us = seconds === undefined ? Number.POSITIVE_INFINITY : time_us + seconds * 1_000_000;
      const value = textOf(request.value);
      known.set(name, { version, value, description: textOf(description), expires_us, revision });
      return [[agent_id, 'vault.put', name]];
    }
    expectReply(step, 'the credential is there', present !== undefined && !is_over, true);
    if (step.name === 'delete_credential') {
      known.delete(name);
      return [[agent_id, 'vault.deleted', name]];
    }
    expectReply(step, 'value', bytesOf(result.value).toString('base64'), present?.value);
    expectReply(step, 'version', (result.credential as Message).version, present?.version);
    this.reads += 1;
    return [[agent_id, 'vault.read', name]];
  }

  /** Credentials whose time is over, and reads whose answer nobody has. */
  happened(agent_id: string, kind: string, name: string, time_us: number): void {
    const present = this.#of(agent_id).get(name);
    const is_over = present !== undefined && present.expires_us <= time_us;
    const sound = present !== undefined && is_over === (kind === 'vault.expired');
    insist(sound, 'violation', 'vault', `${kind} of ${name} of ${agent_id} at the wrong time`, {
      present,
      time_us,
    });
    if (is_over) this.#of(agent_id).delete(name);
  }

  async compare({ wire }: Scope): Promise<void> {
    await Promise.all(
      [...this.#agents].map(async ([agent_id, known]) => {
        const rows = await allPages(wire, 'Vault/ListCredentials', { agent_id }, 'credentials');
        const lasting = [...known].filter(([, { expires_us }]) => expires_us === Number.POSITIVE_INFINITY);
        // Whether one that expires is still there is for the clock to say, which may have been set.
        const passing = new Set(
          [...known]
            .filter(([, { expires_us }]) => expires_us < Number.POSITIVE_INFINITY)
            .map(([name]) => name),
        );
        expectRead(
          `the credentials of ${agent_id}`,
          rows
            .filter(({ name }) => !passing.has(textOf(name)))
            .map(({ name, version, description, revision }) => [
              name,
              version,
              description,
              Number(revision),
            ]),
          lasting
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, { version, description, revision }]) => [name, version, description, revision]),
        );
      }),
    );
  }

  #of(agent_id: string): Map<string, ModelCredential> {
    const known = this.#agents.get(agent_id) ?? new Map<string, ModelCredential>();
    this.#agents.set(agent_id, known);
    return known;
  }
}

/** Of a reply, which may have been through JSON. */
function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from((value as { data: number[] }).data);
}
