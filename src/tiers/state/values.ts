/** What patches and migrations need of document values: copies, equality, and the limits of what they make. */
import { DEFAULT_DOCUMENT_LIMITS, tooDeep, tooManyKeys } from '../../codec/limits.js';
import { packDocument } from '../../codec/msgpack.js';
import { decodeMsgpack } from '../../codec/msgpack-read.js';
import { DecimalValue, type DocObject, type DocValue, isDocObject, Timestamp } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';

/** Sets a member as an own property, also where Object.prototype has a setter of that name. */
export function setMember(object: DocObject, key: string, value: DocValue): void {
  if (key in object && !Object.hasOwn(object, key)) {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else object[key] = value;
}

/** Counts what is copied, so that a patch of copies of copies ends before memory does. */
export class CopyBudget {
  #left: number;

  /** `size` counts one for each value and each character. */
  constructor(size = 8 * DEFAULT_DOCUMENT_LIMITS.max_size_bytes) {
    this.#left = size;
  }

  spend(size: number): void {
    this.#left -= size;
    if (this.#left < 0) {
      throw new HoldfastError(
        'DOCUMENT_TOO_LARGE',
        'document: the change makes more than a document can hold',
        {
          metadata: { limit: String(DEFAULT_DOCUMENT_LIMITS.max_size_bytes) },
        },
      );
    }
  }
}

/**
 * A copy that shares no array and no object with the original.
 * @throws HoldfastError DOCUMENT_TOO_DEEP, or DOCUMENT_TOO_LARGE when the budget is spent.
 */
export function cloneValue(value: DocValue, budget: CopyBudget = new CopyBudget(), depth = 0): DocValue {
  if (depth > DEFAULT_DOCUMENT_LIMITS.max_depth) throw tooDeep(DEFAULT_DOCUMENT_LIMITS);
  budget.spend(1 + leafSize(value));
  if (Array.isArray(value)) return value.map((element) => cloneValue(element, budget, depth + 1));
  if (!isDocObject(value)) return value;
  const copy: DocObject = {};
  for (const key of Object.keys(value)) {
    budget.spend(key.length);
    setMember(copy, key, cloneValue(value[key] as DocValue, budget, depth + 1));
  }
  return copy;
}

/** A lower bound of what a scalar takes when stored, beyond its one byte of header. */
function leafSize(value: DocValue): number {
  if (typeof value === 'string') return value.length;
  return value instanceof Uint8Array ? value.length : 0;
}

/** Equality as JSON Patch's `test` means it: of values, whatever the order of keys; a decimal is not a number. */
export function valuesEqual(a: DocValue, b: DocValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((element, index) => valuesEqual(element, b[index] as DocValue))
    );
  }
  if (a instanceof DecimalValue) return b instanceof DecimalValue && a.text === b.text;
  if (a instanceof Timestamp) return b instanceof Timestamp && a.seconds === b.seconds && a.nanos === b.nanos;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  if (!isDocObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && valuesEqual(a[key] as DocValue, b[key] as DocValue))
  );
}

/**
 * Holds a value that a patch or a migration made to the limits of documents and returns its stored bytes.
 * @throws HoldfastError DOCUMENT_TOO_LARGE, DOCUMENT_TOO_DEEP or INVALID_DOCUMENT.
 */
export function packWithinLimits(value: DocValue): Uint8Array {
  // First by counting: strings that are shared in memory are not shared in bytes, so packing first could take gigabytes.
  checkShape(value);
  const bytes = packDocument(value);
  decodeMsgpack(bytes, DEFAULT_DOCUMENT_LIMITS);
  return bytes;
}

/** Depth and keys exactly, size as a lower bound. @throws HoldfastError DOCUMENT_TOO_LARGE or DOCUMENT_TOO_DEEP. */
export function checkShape(value: DocValue): void {
  const { max_depth, max_keys, max_size_bytes } = DEFAULT_DOCUMENT_LIMITS;
  const budget = new CopyBudget(max_size_bytes);
  let keys_left = max_keys;
  const visit = (part: DocValue, depth: number): void => {
    budget.spend(1 + leafSize(part));
    const members = Array.isArray(part) ? part : isDocObject(part) ? Object.values(part) : undefined;
    if (members === undefined) return;
    if (depth >= max_depth) throw tooDeep(DEFAULT_DOCUMENT_LIMITS);
    if (!Array.isArray(part)) {
      for (const key in part as DocObject) budget.spend(key.length);
      keys_left -= members.length;
      if (keys_left < 0) throw tooManyKeys(DEFAULT_DOCUMENT_LIMITS);
    }
    for (const member of members) visit(member, depth + 1);
  };
  visit(value, 0);
}
