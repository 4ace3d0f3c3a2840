/** Windowed counters. Token buckets are volatile: nothing of them is committed. */
import { fromUnits, toUnits } from './amounts.js';
import {
  type Entry,
  expectRead,
  expectReply,
  inChunks,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { US_PER_DAY, usOf } from './times.js';
import { insist } from './violation.js';
import type { Message } from './wire.js';

interface ModelCounter {
  value: bigint;
  /** Undefined: it counts for ever. */
  window_us: number | undefined;
  began_us: number;
  revision: number;
}

export class CountersModel implements TierModel {
  readonly names = ['add_to_counter', 'reset_counter'];
  /** By `agent name`. */
  readonly #counters = new Map<string, ModelCounter>();

  apply(step: Step): Entry[] {
    const { agent_id, request, time_us, revision } = step;
    const name = textOf(request.name);
    const present = this.#present(`${agent_id} ${name}`, time_us);
    if (step.name === 'reset_counter') {
      insist(
        present !== undefined,
        'violation',
        'counter',
        `counter ${name} was reset, but is not there`,
        step,
      );
      this.#expect(step, name, present);
      if (present.value === 0n) return [];
      this.#counters.set(`${agent_id} ${name}`, { ...present, value: 0n, revision });
      return [[agent_id, 'limit.counter_reset', name]];
    }
    const window_us = usOf(request.window);
    const same_window = present === undefined || present.window_us === window_us;
    insist(same_window, 'violation', 'counter', `counter ${name} was counted in another window`, step);
    const began_us = window_us === undefined ? 0 : windowAt(time_us, window_us);
    const value = (present?.value ?? 0n) + toUnits(textOf(request.delta));
    const [floor, ceiling] = [textOf(request.floor), textOf(request.ceiling)];
    insist(
      (floor === '' || value >= toUnits(floor)) && (ceiling === '' || value <= toUnits(ceiling)),
      'violation',
      'limit',
      `counter ${name} of ${agent_id} was taken to ${fromUnits(value)}, beyond its limit`,
      step,
    );
    const counter = { value, window_us, began_us, revision };
    this.#counters.set(`${agent_id} ${name}`, counter);
    this.#expect(step, name, counter);
    return [[agent_id, 'limit.counted', name]];
  }

  async compare({ wire, time_us: newest_us }: Scope): Promise<void> {
    await inChunks([...this.#counters], async ([key, counter]) => {
      const [agent_id = '', name = ''] = key.split(' ');
      const { counters } = await wire.call('Limits/ListCounters', {
        agent_id,
        prefix: name,
        page_size: 1000,
      });
      const found = (counters as Message[]).find((each) => each.name === name);
      const { window_us, began_us } = counter;
      const now_us = Math.max(newest_us, Date.now() * 1000);
      if (found === undefined) {
        const is_gone = window_us !== undefined && began_us + window_us + US_PER_DAY <= now_us;
        insist(is_gone, 'lost', 'counter', `counter ${name} of ${agent_id} is gone`, counter);
        return;
      }
      const found_us = usOf(found.window_began_at) ?? 0;
      // Its window may be over by now. Whether it is the daemon's clock says; that it is a later one can be seen.
      const is_later =
        window_us !== undefined && found_us > began_us && windowAt(found_us, window_us) === found_us;
      const expected = is_later ? { ...counter, value: 0n, began_us: found_us } : counter;
      expectRead(`counter ${name} of ${agent_id}`, factsOf(found), facts(expected));
    });
  }

  /** In the window of that instant; undefined when it is gone or never was. */
  #present(key: string, time_us: number): ModelCounter | undefined {
    const counter = this.#counters.get(key);
    if (counter?.window_us === undefined) return counter;
    const { window_us, began_us } = counter;
    if (time_us >= began_us + window_us + US_PER_DAY) return undefined;
    return time_us < began_us + window_us
      ? counter
      : { ...counter, value: 0n, began_us: windowAt(time_us, window_us) };
  }

  #expect(step: Step, name: string, counter: ModelCounter): void {
    expectReply(step, `counter ${name}`, factsOf(step.result.counter as Message), facts(counter));
  }
}

/** Windows are aligned to the Unix epoch. */
function windowAt(time_us: number, window_us: number): number {
  return time_us - (time_us % window_us);
}

function facts({ value, window_us, began_us, revision }: ModelCounter) {
  const window = window_us === undefined ? {} : { window_us, began_us, resets_us: began_us + window_us };
  return { value: fromUnits(value), revision, ...window };
}

function factsOf({ value, revision, window, window_began_at, resets_at }: Message) {
  const told =
    window == null
      ? {}
      : { window_us: usOf(window), began_us: usOf(window_began_at), resets_us: usOf(resets_at) };
  return { value, revision: Number(revision), ...told };
}
