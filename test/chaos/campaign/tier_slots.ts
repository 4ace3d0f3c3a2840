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
import type { Message, Wire } from './wire.js';

interface ModelSlot {
  readonly agent_id: string;
  readonly key: string;
  /** Undefined for a live one. */
  readonly content: string | undefined;
  readonly priority: number;
  readonly pinned: boolean;
  readonly version: number;
  /** Infinity = never. */
  readonly expires_us: number;
  /** Its place among slots of equal priority. */
  readonly first: number;
}

export class SlotsModel implements TierModel {
  readonly names = ['put_slot', 'delete_slot'];
  readonly #slots = new Map<string, Map<string, ModelSlot>>();
  #count = 0;

  apply(step: Step): Entry[] {
    const { agent_id, name, request, result, time_us } = step;
    const key = textOf(request.key);
    const slots = this.#of(agent_id);
    const known = slots.get(key);
    // One whose time is over is gone, whether or not that was noted yet.
    const present = known === undefined || known.expires_us <= time_us ? undefined : known;
    const { expected_version } = request;
    if (expected_version !== undefined)
      expectReply(step, 'a slot was written over', Number(expected_version), present?.version ?? 0);
    if (name === 'delete_slot') {
      expectReply(step, 'it was there', present !== undefined, true);
      slots.delete(key);
      return [[agent_id, 'slot.deleted', key]];
    }
    const version = (present?.version ?? 0) + 1;
    expectReply(step, 'version', Number(result.version), version);
    const ttl = request.ttl as { seconds: string } | undefined;
    this.#count += 1;
    slots.set(key, {
      agent_id,
      key,
      content: request.live == null ? textOf(request.content) : undefined,
      priority: Number(request.priority ?? 5),
      pinned: request.pinned === true,
      version,
      expires_us: ttl == null ? Number.POSITIVE_INFINITY : time_us + Number(ttl.seconds) * 1e6,
      first: present?.first ?? this.#count,
    });
    return [[agent_id, 'slot.put', key]];
  }

  /** What the daemon does by itself. */
  expired(agent_id: string, key: string, time_us: number): void {
    const slot = this.#of(agent_id).get(key);
    const is_over = slot !== undefined && slot.expires_us <= time_us;
    insist(is_over, 'violation', 'slot', `slot ${key} of ${agent_id} expired before its time`, {
      slot,
      time_us,
    });
    this.#of(agent_id).delete(key);
  }

  async compare({ wire, time_us }: Scope): Promise<void> {
    await Promise.all(
      [...this.#slots].map(async ([agent_id, slots]) => {
        const all = [...slots.values()].sort(inOrder);
        const lasting = all.filter(({ expires_us }) => expires_us === Number.POSITIVE_INFINITY);
        // Those whose time comes while this is asked may be there or not.
        const passing = new Set(
          all.filter((slot) => !lasting.includes(slot) && slot.expires_us > time_us).map(({ key }) => key),
        );
        const rows = await allPages(wire, 'Working/ListSlots', { agent_id }, 'slots');
        expectRead(
          `the slots of ${agent_id}`,
          rows.filter(({ key }) => !passing.has(textOf(key))).map(view),
          lasting.map(expectedView),
        );
        await compareContext(wire, agent_id, lasting);
      }),
    );
  }

  #of(agent_id: string): Map<string, ModelSlot> {
    const known = this.#slots.get(agent_id) ?? new Map<string, ModelSlot>();
    this.#slots.set(agent_id, known);
    return known;
  }
}

/** Pinned first, then by priority, then as they were first set. */
function inOrder(a: ModelSlot, b: ModelSlot): number {
  return Number(b.pinned) - Number(a.pinned) || b.priority - a.priority || a.first - b.first;
}

async function compareContext(wire: Wire, agent_id: string, lasting: readonly ModelSlot[]): Promise<void> {
  const texts = lasting.filter(({ content }) => content !== undefined);
  if (texts.length === 0) return;
  const context = await wire.call('Working/BuildContext', { agent_id, keys: texts.map(({ key }) => key) });
  const text = texts.map(({ key, content }) => `=== ${key.toUpperCase()} ===\n${content}`).join('\n\n');
  const { tokens } = await wire.call('Working/CountTokens', { text });
  expectRead(`the context of ${agent_id}`, [context.text, context.tokens], [text, tokens]);
  const whole = await wire.call('Working/BuildContext', {
    agent_id,
    max_tokens: 120,
    reserve_for_output: 20,
  });
  const { tokens: counted } = await wire.call('Working/CountTokens', { text: textOf(whole.text) });
  expectRead(`the tokens of a small context of ${agent_id}`, whole.tokens, counted);
  insist(
    Number(counted) <= 100,
    'violation',
    'context',
    `a context of ${agent_id} is above its budget`,
    whole,
  );
}

function view({ key, content, live, priority, pinned, version }: Message): unknown {
  return { key, content, live: live != null, priority, pinned, version: Number(version) };
}

function expectedView({ key, content, priority, pinned, version }: ModelSlot): unknown {
  return { key, content: content ?? '', live: content === undefined, priority, pinned, version };
}
