/** Exact amounts of the checker's own, as integers of 10^-18: the daemon's arithmetic must not check itself. */
const FRACTION_DIGITS = 18;

export function toUnits(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text);
  if (match === null) throw new Error(`not an amount: ${JSON.stringify(text)}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction.padEnd(FRACTION_DIGITS, '0'));
  return sign === '-' ? -units : units;
}

/** Canonical: no trailing zeros, no negative zero. */
export function fromUnits(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(FRACTION_DIGITS + 1, '0');
  const whole = digits.slice(0, -FRACTION_DIGITS);
  const fraction = digits.slice(-FRACTION_DIGITS).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** 1 in units. */
export const ONE = 10n ** BigInt(FRACTION_DIGITS);

/** a x b / c, rounded half-even to a unit. */
export function scaled(a: bigint, b: bigint, c: bigint): bigint {
  const above = a * b * (c < 0n ? -1n : 1n);
  const below = magnitude(c);
  const whole = magnitude(above) / below;
  const rest = (magnitude(above) % below) * 2n;
  const up = rest > below || (rest === below && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  return above < 0n ? -rounded : rounded;
}

export function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}
