import { cosineOf, idIn, recall, wordOf } from './recall.js';
import {
  allPages,
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  ifFound,
  inChunks,
  type JournalEntry,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

interface ModelMemory {
  readonly memory_id: string;
  readonly agent_id: string;
  readonly namespace: string;
  readonly content: string;
  readonly metadata: unknown;
  readonly tags: readonly string[];
  readonly supersedes: string;
  readonly revision: number;
  pinned: boolean;
  superseded_by: string;
}

/** Memories whose searches are compared each time, and when everything is. */
const SEARCHED = 12;
const SEARCHED_IN_FULL = 60;
/** Only refused transactions ever tried to store it. */
export const NEVER_WORD = 'qnever';

export class MemoriesModel implements TierModel {
  readonly names = [
    'store_memory',
    'store_memories',
    'supersede_memory',
    'forget_memory',
    'pin_memory',
    'put_namespace',
  ];
  /** In the order of storing. */
  readonly #memories = new Map<string, ModelMemory>();
  readonly #forgotten = new Map<string, ModelMemory>();
  /** Ids of neither forgotten nor superseded ones by scope and content, oldest first. */
  readonly #live = new Map<string, string[]>();
  readonly #generations = new Map<string, string>();
  #touched = new Set<string>();

  apply(step: Step): Entry[] {
    const { name, agent_id, request, result } = step;
    switch (name) {
      case 'put_namespace':
        return [[agent_id, 'memory.namespace', textOf(request.name)]];
      case 'store_memory':
        return this.#store(step, [request.memory as Message], [result], request.allow_duplicate === true);
      case 'store_memories': {
        const stored = listOf(result.memories);
        return this.#store(step, listOf(request.memories), stored, request.allow_duplicates === true);
      }
      case 'supersede_memory':
        return this.#supersede(step);
      case 'pin_memory': {
        const memory = this.#require(step);
        expectReply(step, 'it was so already', memory.pinned, request.pinned !== true);
        memory.pinned = request.pinned === true;
        return [[agent_id, 'memory.pinned', memory.memory_id]];
      }
      default: {
        const memory = this.#require(step);
        expectReply(step, 'a pinned memory was forgotten', memory.pinned && request.force !== true, false);
        this.#memories.delete(memory.memory_id);
        this.#forgotten.set(memory.memory_id, memory);
        if (memory.superseded_by === '') this.#bury(memory);
        return [[agent_id, 'memory.forgotten', memory.memory_id]];
      }
    }
  }

  /** A generation of vectors was opened, took over or was replaced. */
  generationChanged({ key, payload }: JournalEntry): void {
    this.#generations.set(key, textOf((payload as { status: string }).status));
  }

  /** To be asked after each revision that changed one. */
  checkGenerations(revision: number): void {
    for (const status of ['serving', 'building']) {
      const many = [...this.#generations.values()].filter((each) => each === status).length;
      insist(many <= 1, 'violation', 'generations', `${many} generations are ${status}`, { revision });
    }
  }

  async compare(scope: Scope): Promise<void> {
    const { wire, random, full } = scope;
    const touched = full ? [...this.#memories.keys(), ...this.#forgotten.keys()] : [...this.#touched];
    const searched = random.sample(touched, full ? SEARCHED_IN_FULL : SEARCHED);
    const scopes = new Map([...this.#memories.values()].map((memory) => [scopeOf(memory), memory] as const));
    await Promise.all([
      inChunks(touched, (memory_id) => this.#compareOne(wire, memory_id)),
      ...searched.flatMap((memory_id) => [
        this.#findByWord(wire, memory_id),
        this.#findByText(wire, memory_id),
      ]),
      ...[...scopes.values()].map((memory) => this.#compareScope(wire, memory)),
    ]);
    this.#touched.clear();
  }

  #store(step: Step, given: readonly Message[], stored: readonly Message[], twice: boolean): Entry[] {
    expectReply(step, 'the number of memories', stored.length, given.length);
    const { agent_id, request } = step;
    return given.flatMap((input, index): Entry[] => {
      const { memory_id, duplicate } = stored[index] ?? {};
      const known = this.#live.get(liveKey(agent_id, textOf(request.namespace), textOf(input.content)));
      const present = twice ? undefined : known?.[0];
      expectReply(step, 'duplicate', duplicate === true, present !== undefined);
      if (present === undefined)
        return [this.#add(step, textOf(memory_id), textOf(request.namespace), input)];
      expectReply(step, 'the id of the duplicate', memory_id, present);
      return [];
    });
  }

  #supersede(step: Step): Entry[] {
    const old = this.#require(step);
    const input = step.request.memory as Message;
    const others = this.#live.get(liveKey(old.agent_id, old.namespace, textOf(input.content))) ?? [];
    expectReply(step, 'superseded twice', old.superseded_by, '');
    expectReply(
      step,
      'another has its content',
      others.some((id) => id !== old.memory_id),
      false,
    );
    const memory_id = textOf(step.result.memory_id);
    this.#bury(old);
    const stored = this.#add(step, memory_id, old.namespace, input, old);
    old.superseded_by = memory_id;
    return [stored, [step.agent_id, 'memory.superseded', old.memory_id]];
  }

  #add(step: Step, memory_id: string, namespace: string, input: Message, old?: ModelMemory): Entry {
    const { agent_id, revision } = step;
    expectReply(step, 'an id was given twice', this.#memories.has(memory_id) || memory_id === '', false);
    const memory: ModelMemory = {
      memory_id,
      agent_id,
      namespace,
      content: textOf(input.content),
      metadata: documentOf(input.metadata),
      tags: [...((input.tags ?? []) as string[])].sort(),
      supersedes: old?.memory_id ?? '',
      revision,
      pinned: input.pinned === true || old?.pinned === true,
      superseded_by: '',
    };
    this.#memories.set(memory_id, memory);
    const key = liveKey(agent_id, namespace, memory.content);
    this.#live.set(key, [...(this.#live.get(key) ?? []), memory_id]);
    this.#touched.add(memory_id);
    return [agent_id, 'memory.stored', memory_id];
  }

  /** Takes it out of what searches find. */
  #bury({ agent_id, namespace, content, memory_id }: ModelMemory): void {
    const key = liveKey(agent_id, namespace, content);
    this.#live.set(
      key,
      (this.#live.get(key) ?? []).filter((each) => each !== memory_id),
    );
  }

  #require(step: Step): ModelMemory {
    const memory = this.#memories.get(textOf(step.request.memory_id));
    insist(memory !== undefined, 'violation', 'memory', 'a memory changed that is not there', step);
    this.#touched.add(memory.memory_id);
    return memory;
  }

  async #compareOne(wire: Wire, memory_id: string): Promise<void> {
    const gone = this.#forgotten.get(memory_id);
    const agent_id = (gone ?? this.#memories.get(memory_id))?.agent_id;
    const reply = await ifFound(wire, 'Semantic/GetMemory', { agent_id, memory_id });
    if (gone !== undefined) {
      insist(
        reply === undefined,
        'violation',
        'memory',
        `memory ${memory_id} was forgotten and is there`,
        reply,
      );
      return;
    }
    const memory = reply?.memory as Message | undefined;
    const {
      metadata,
      revision,
      tags,
      content,
      namespace,
      pinned,
      superseded_by,
      supersedes,
      vector_pending,
    } = memory ?? {};
    expectRead(
      `memory ${memory_id}`,
      {
        ...{
          memory_id,
          agent_id: memory?.agent_id,
          namespace,
          content,
          tags,
          pinned,
          superseded_by,
          supersedes,
        },
        metadata: documentOf(metadata),
        revision: Number(revision),
        vector_pending,
      },
      { ...this.#memories.get(memory_id), vector_pending: false },
    );
  }

  /** By the word that no other content has: found while it lives, and never again. */
  async #findByWord(wire: Wire, memory_id: string): Promise<void> {
    const memory = this.#memories.get(memory_id) ?? this.#forgotten.get(memory_id);
    if (memory === undefined) return;
    const hits = await recall(wire, memory, wordOf(memory.content), 'KEYWORD');
    expectRead(
      `what is found by the word of "${memory.content}"`,
      hits.map(idIn).sort(),
      this.#liveLike(memory),
    );
    const none = await recall(wire, memory, NEVER_WORD, 'KEYWORD');
    insist(none.length === 0, 'violation', 'refused', 'a refused transaction left a memory', none);
  }

  /** By its own text: first of all while it lives. */
  async #findByText(wire: Wire, memory_id: string): Promise<void> {
    const memory = this.#memories.get(memory_id) ?? this.#forgotten.get(memory_id);
    if (memory === undefined) return;
    const hits = await recall(wire, memory, memory.content, 'VECTOR');
    const alike = hits.filter((hit) => cosineOf(hit) > 0.999);
    expectRead(`what is nearest to "${memory.content}"`, alike.map(idIn).sort(), this.#liveLike(memory));
    expectRead('the nearest come first', hits.slice(0, alike.length), alike);
  }

  #liveLike({ agent_id, namespace, content }: ModelMemory): string[] {
    return [...(this.#live.get(liveKey(agent_id, namespace, content)) ?? [])].sort();
  }

  async #compareScope(wire: Wire, memory: ModelMemory): Promise<void> {
    const { agent_id, namespace } = memory;
    const request = { agent_id, namespace, include_superseded: true };
    const rows = await allPages(wire, 'Semantic/ListMemories', request, 'memories');
    const expected = [...this.#memories.values()].filter((each) => scopeOf(each) === scopeOf(memory));
    const harm = rows.length > expected.length ? 'duplicated' : 'lost';
    const what = `${rows.length} memories are in scope ${scopeOf(memory)}, not ${expected.length}`;
    insist(rows.length === expected.length, harm, 'memories', what);
    expectRead(
      `the memories of ${scopeOf(memory)}, newest first`,
      rows.map((row) => [row.memory_id, row.pinned, row.superseded_by]),
      expected.map(({ memory_id, pinned, superseded_by }) => [memory_id, pinned, superseded_by]).reverse(),
    );
  }
}

function scopeOf({ agent_id, namespace }: ModelMemory): string {
  return namespace === '' ? agent_id : `/${namespace}`;
}

function liveKey(agent_id: string, namespace: string, content: string): string {
  return `${namespace === '' ? agent_id : `/${namespace}`} ${content}`;
}
