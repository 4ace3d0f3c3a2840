/**
 * What a command sees of the open transaction. A class: a literal with getters is put together anew for every command, each
 * getter by a call into the engine.
 */
import { packDocument } from '../codec/msgpack.js';
import type { DocObject } from '../codec/value.js';
import type { JournalAppender } from '../journal/append.js';
import { positionOf } from '../journal/position.js';
import type { Emitted, Tx } from '../tiers/command.js';
import type { Derived } from '../tiers/derived.js';
import type { AgentEpochs } from '../tiers/epochs.js';

/** The same for every agent that the command acts for. */
export interface SharedTx {
  readonly journal: JournalAppender;
  readonly epochs: AgentEpochs;
  /** Runs a part in a savepoint of its own. */
  readonly part: <T>(part: () => T) => T;
  readonly now_us: number;
  readonly derived: Derived;
  readonly principal: string;
}

export class CommandTx implements Tx {
  readonly agent_id: string;
  readonly now_us: number;
  readonly derived: Derived;
  readonly principal: string;
  readonly is_fenced: boolean;
  readonly #shared: SharedTx;
  readonly #known_epoch: number | undefined;

  /** Without `known_epoch` the epoch is looked up when asked for: an earlier part of a Transact may have raised it. */
  constructor(shared: SharedTx, agent_id: string, is_fenced: boolean, known_epoch?: number) {
    this.agent_id = agent_id;
    this.now_us = shared.now_us;
    this.derived = shared.derived;
    this.principal = shared.principal;
    this.is_fenced = is_fenced;
    this.#shared = shared;
    this.#known_epoch = known_epoch;
  }

  get epoch(): number {
    return this.#known_epoch ?? this.#shared.epochs.of(this.agent_id);
  }

  get revision(): number {
    return this.#shared.journal.revision;
  }

  get next_position(): number {
    const { journal } = this.#shared;
    return positionOf(journal.revision, journal.entries);
  }

  emit(kind: string, key: string, payload: DocObject | Uint8Array, stored: 'journal' | 'tier'): Emitted {
    const bytes = payload instanceof Uint8Array ? payload : packDocument(payload);
    const { agent_id, now_us } = this;
    const { position } = this.#shared.journal.append({ agent_id, kind, key, time_us: now_us }, bytes, stored);
    return { position, bytes };
  }

  as(agent_id: string): Tx {
    return new CommandTx(this.#shared, agent_id, this.is_fenced && agent_id === this.agent_id);
  }

  savepoint<T>(part: () => T): T {
    return this.#shared.part(part);
  }
}
