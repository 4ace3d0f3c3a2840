import { addsUpAt } from '../../src/tokens/boundary.js';

/** True when `count(left + right)` is `count(left) + count(right)`; false when it may not be. */
export function addsUp(left: string, right: string): boolean {
  return addsUpAt(left + right, left.length);
}
