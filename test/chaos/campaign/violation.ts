/** What the campaign looks for. The first one ends it. */
export type Harm = 'lost' | 'duplicated' | 'violation';

export class Violation extends Error {
  readonly harm: Harm;
  /** Which check found it, such as `chain` or `balance`. */
  readonly check: string;
  readonly facts: unknown;

  constructor(harm: Harm, check: string, message: string, facts: unknown = {}) {
    super(message);
    this.name = 'Violation';
    this.harm = harm;
    this.check = check;
    this.facts = facts;
  }

  report(): string {
    return `${this.harm} (check: ${this.check}): ${this.message}\n${JSON.stringify(this.facts, printable, 2)}`;
  }
}

/** Throws the violation unless `holds`. */
export function insist(
  holds: boolean,
  harm: Harm,
  check: string,
  message: string,
  facts: unknown = {},
): asserts holds {
  if (!holds) throw new Violation(harm, check, message, facts);
}

/** JSON with sorted keys: equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'bigint') return item.toString();
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    if (item instanceof Uint8Array) return Buffer.from(item).toString('hex');
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function printable(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
