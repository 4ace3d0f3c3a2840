/** Slots on a TestStore, with the token counts that the daemon would have worked out. */
import { type DerivedData, factKey } from '../../src/tiers/derived.js';
import { slotFacts } from '../../src/tiers/working/commands.js';
import type { PutSlotArgs } from '../../src/tiers/working/types.js';
import { encoderOf } from '../../src/tokens/encoder.js';
import type { Encoding } from '../../src/tokens/models.js';
import type { RunOptions, TestStore } from '../support/executor.js';

export function slot(key: string, more: Partial<PutSlotArgs> = {}): PutSlotArgs {
  return {
    key,
    content: more.live === undefined || more.live === null ? `content of ${key}` : null,
    live: null,
    priority: 5,
    pinned: false,
    ttl_ms: null,
    expected_version: null,
    ...more,
  };
}

export function derivedFor(args: PutSlotArgs): DerivedData {
  const tokens = Object.fromEntries(
    slotFacts(args).flatMap((fact) =>
      fact.kind === 'tokens'
        ? [[factKey(fact), encoderOf(fact.encoding as Encoding).count(fact.text)] as const]
        : [],
    ),
  );
  return { tokens, generation_id: 0, vectors: {}, degraded: '' };
}

export function putSlot(store: TestStore, args: PutSlotArgs, options: RunOptions = {}) {
  return store.run('put_slot', args, { ...options, derived: derivedFor(args) });
}
