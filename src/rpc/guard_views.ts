/** Verdicts of guards as the wire shows them. */
import { usToTimestamp } from '../codec/time.js';
import type { GuardVerdict } from '../gen/holdfast/v1/GuardVerdict.js';
import type { GuardVerdictView } from '../tiers/guards/types.js';

export function toGuardVerdict({ mode, retry_us, ...verdict }: GuardVerdictView): GuardVerdict {
  return {
    ...verdict,
    mode: `GUARD_MODE_${mode}`,
    ...(retry_us !== null && { retry_at: usToTimestamp(retry_us) }),
  };
}
