/**
 * Who was heard of, and who is silent: in memory only, on the main thread, by the monotonic clock. A heartbeat costs one
 * assignment; looking for the silent costs what is due, because the heap is only put right when its earliest comes up.
 *
 * Time in which the daemon itself did not run (a stopped process, a long pause) counts for nobody: heartbeats that came
 * meanwhile wait in its sockets.
 */

/** A session as far as its heartbeats go. */
export interface Beating {
  readonly agent_id: string;
  /** Of the session; its key here. */
  readonly position: number;
  /** Of its last change of state: another one is a sign of life. */
  readonly state_position: number;
  readonly interval_ms: number;
  /** Silence means something: it may become LOST. */
  readonly may_be_lost: boolean;
}

interface Entry {
  session: Beating;
  /** On the clock that leaves out what the daemon did not see. */
  due_ms: number;
  /** On the plain clock; undefined = not heard since the start. */
  heard_ms: number | undefined;
  /** Grows with every heartbeat of any session; 0 = not heard. */
  sequence: number;
  in_heap: boolean;
}

/** `silent` is called far more often than this; a longer gap is a pause of the daemon's own. */
const LONGEST_STEP_MS = 2000;

export class Heartbeats {
  readonly #entries = new Map<number, Entry>();
  readonly #heap = new DueHeap();
  readonly #clock: () => number;
  #sequence = 0;
  #looked_ms: number;
  #unseen_ms = 0;

  /** @param clock monotonic milliseconds. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#looked_ms = clock();
  }

  /** Grows with every heartbeat: what `heardAfter` goes by. */
  get sequence(): number {
    return this.#sequence;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Notes how a session stands. One that is new here, or whose state changed, has a full interval from now on. */
  follow(session: Beating): void {
    const entry = this.#entries.get(session.position);
    if (entry === undefined) {
      this.#add(session);
      return;
    }
    const changed = entry.session.state_position !== session.state_position;
    entry.session = session;
    if (changed) this.#await(entry);
  }

  /** It was heard of. */
  beat(session: Beating): void {
    const entry = this.#entries.get(session.position) ?? this.#add(session);
    this.#sequence += 1;
    entry.session = session;
    entry.heard_ms = this.#clock();
    entry.sequence = this.#sequence;
    this.#await(entry);
  }

  /** It has ended. */
  forget(position: number): void {
    this.#entries.delete(position);
  }

  /** When it was last heard, in Unix microseconds by the wall clock of now; undefined = not since the start. */
  heardUs(position: number): number | undefined {
    const heard_ms = this.#entries.get(position)?.heard_ms;
    if (heard_ms === undefined) return undefined;
    return Math.round((Date.now() - (this.#clock() - heard_ms)) * 1000);
  }

  /** The sessions that were heard after `sequence` and are not silent yet, with how long they have until they are. */
  beatsAfter(sequence: number): { agent_id: string; left_ms: number; sequence: number }[] {
    // Most calls find that nobody was.
    if (this.#sequence <= sequence) return [];
    const now_ms = this.#clock();
    return [...this.#entries.values()].flatMap((entry) => {
      const { agent_id, interval_ms } = entry.session;
      const left_ms = (entry.heard_ms ?? now_ms) + interval_ms - now_ms;
      if (entry.sequence <= sequence || left_ms <= 0) return [];
      return [{ agent_id, left_ms, sequence: entry.sequence }];
    });
  }

  /** Positions of sessions that were heard after `sequence`. */
  heardAfter(sequence: number): number[] {
    const heard: number[] = [];
    for (const [position, entry] of this.#entries) if (entry.sequence > sequence) heard.push(position);
    return heard;
  }

  /**
   * At most `limit` of those that were not heard in time. Each is told once: until it is heard again, its state changes, or
   * it is asked for `again`.
   */
  silent(limit: number): Beating[] {
    const now_ms = this.#clock();
    this.#unseen_ms += Math.max(0, now_ms - this.#looked_ms - LONGEST_STEP_MS);
    this.#looked_ms = now_ms;
    const present_ms = this.#present();
    const found: Beating[] = [];
    while (found.length < limit) {
      const due = this.#heap.popUntil(present_ms);
      if (due === undefined) break;
      const entry = this.#entries.get(due.position);
      if (entry === undefined || !entry.in_heap) continue;
      if (entry.due_ms > present_ms) {
        this.#heap.push(entry.due_ms, due.position);
        continue;
      }
      entry.in_heap = false;
      if (entry.session.may_be_lost) found.push(entry.session);
    }
    return found;
  }

  /** They could not be dealt with: they are silent still. */
  again(sessions: readonly Beating[]): void {
    for (const { position } of sessions) {
      const entry = this.#entries.get(position);
      if (entry !== undefined) this.#queue(entry);
    }
  }

  #present(): number {
    return this.#clock() - this.#unseen_ms;
  }

  #add(session: Beating): Entry {
    const entry: Entry = { session, due_ms: 0, heard_ms: undefined, sequence: 0, in_heap: false };
    this.#entries.set(session.position, entry);
    this.#await(entry);
    return entry;
  }

  #await(entry: Entry): void {
    entry.due_ms = this.#present() + entry.session.interval_ms;
    this.#queue(entry);
  }

  /** One that is in the heap stays where it is, too early: it is put right when it comes up. */
  #queue(entry: Entry): void {
    if (entry.in_heap) return;
    entry.in_heap = true;
    this.#heap.push(entry.due_ms, entry.session.position);
  }
}

interface Due {
  readonly due_ms: number;
  readonly position: number;
}

/** A binary heap, the earliest first. */
class DueHeap {
  readonly #items: Due[] = [];

  push(due_ms: number, position: number): void {
    const items = this.#items;
    let index = items.length;
    items.push({ due_ms, position });
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  /** Takes out the earliest if it is due by `now_ms`. */
  popUntil(now_ms: number): Due | undefined {
    const items = this.#items;
    const [first] = items;
    if (first === undefined || first.due_ms > now_ms) return undefined;
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const child = this.#isEarlier(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfEarlier(child, index)) return first;
      index = child;
    }
  }

  #isEarlier(a: number, b: number): boolean {
    const [first, second] = [this.#items[a], this.#items[b]];
    return first !== undefined && second !== undefined && first.due_ms < second.due_ms;
  }

  #swapIfEarlier(a: number, b: number): boolean {
    const [first, second] = [this.#items[a], this.#items[b]];
    if (first === undefined || second === undefined || first.due_ms >= second.due_ms) return false;
    this.#items[a] = second;
    this.#items[b] = first;
    return true;
  }
}
