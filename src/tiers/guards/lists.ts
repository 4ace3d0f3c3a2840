/** The lists of allow and deny guards, in the form that judges ask: made once for a list, and gone with it. */

/** Characters of a list that a verdict shows. */
const MAX_SHOWN = 256;

export interface Listed {
  readonly set: ReadonlySet<string>;
  readonly shown: string;
}

const made = new WeakMap<readonly string[], Listed>();

export function listed(values: readonly string[]): Listed {
  const known = made.get(values);
  if (known !== undefined) return known;
  const list = { set: new Set(values), shown: shown(values) };
  made.set(values, list);
  return list;
}

/** The values, cut to 256 characters and followed by how many there are. */
export function shown(values: readonly string[]): string {
  const text = values.join(', ');
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}... (${values.length})`;
}
