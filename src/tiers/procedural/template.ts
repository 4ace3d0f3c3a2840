/**
 * The language of prompt templates: `{{name}}` stands for a value, `\{{` is a literal `{{`, all else is itself, a lone
 * `}}` included. There is nothing to evaluate, and what a value holds is never looked at: a value with braces in it,
 * which may come from anyone, stays text.
 */
import { HoldfastError, invalidField } from '../../errors.js';

/** Names in a text; as many as a request to render it may give. */
export const MAX_VARIABLES = 256;
export const MAX_RENDERED_BYTES = 2_097_152;
const NAME = /^[A-Za-z0-9_]{1,64}$/;
/** Either what is literal braces, or the beginning of a variable. */
const OPENING = /\\\{\{|\{\{/g;
const VARIABLE = /\{\{[ \t\r\n]*([A-Za-z0-9_]{1,64})[ \t\r\n]*\}\}/y;

export interface Template {
  /** The text in order: what is literal, and between two literals a variable. One literal more than variables. */
  readonly literals: readonly string[];
  readonly slots: readonly string[];
  /** Each name once, sorted. */
  readonly variables: readonly string[];
}

/**
 * Takes a text apart, in time linear in its length.
 * @throws HoldfastError INVALID_FIELD for braces that do not close and for bad names, with metadata line and column (both
 *   from 1, in UTF-16 units); LIMIT_EXCEEDED for more than 256 variables. Both name `field`.
 */
export function parseTemplate(text: string, field = 'text'): Template {
  const literals: string[] = [];
  const slots: string[] = [];
  let literal = '';
  let at = 0;
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(text); opening !== null; opening = OPENING.exec(text)) {
    literal += text.slice(at, opening.index);
    if (opening[0] === '{{') {
      VARIABLE.lastIndex = opening.index;
      const name = VARIABLE.exec(text)?.[1];
      if (name === undefined) throw malformed(text, opening.index, field);
      literals.push(literal);
      slots.push(name);
      literal = '';
      OPENING.lastIndex = VARIABLE.lastIndex;
    } else literal += '{{';
    at = OPENING.lastIndex;
  }
  literals.push(literal + text.slice(at));
  const variables = [...new Set(slots)].sort();
  if (variables.length > MAX_VARIABLES) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `${field}: at most ${MAX_VARIABLES} variables, got ${variables.length}`,
      { field, metadata: { limit: String(MAX_VARIABLES), actual: String(variables.length) } },
    );
  }
  return { literals, slots, variables };
}

/** True for what may stand between the braces. */
export function isVariableName(name: string): boolean {
  return NAME.test(name);
}

function malformed(text: string, index: number, field: string): HoldfastError {
  const before = text.slice(0, index).split('\n');
  const line = String(before.length);
  const column = String((before.at(-1)?.length ?? 0) + 1);
  const problem = text.includes('}}', index + 2)
    ? 'hold no variable name (1-64 characters of [A-Za-z0-9_]); literal braces are written \\{{'
    : 'do not close; literal braces are written \\{{';
  return invalidField(field, `the braces in line ${line}, column ${column} ${problem}`, { line, column });
}

/**
 * Fills a template in. Strict: a value for every variable, and no other.
 * @throws HoldfastError INVALID_FIELD with metadata missing and unused (names, comma-separated) where there are such;
 *   LIMIT_EXCEEDED when the result would be above 2,097,152 bytes, before any of it is built.
 */
export function renderTemplate(template: Template, values: ReadonlyMap<string, string>): string {
  checkNames(template, values);
  checkSize(template, values);
  return template.literals
    .map((literal, index) => {
      const slot = template.slots[index];
      return slot === undefined ? literal : literal + (values.get(slot) ?? '');
    })
    .join('');
}

function checkNames({ variables }: Template, values: ReadonlyMap<string, string>): void {
  const wanted = new Set(variables);
  const missing = variables.filter((name) => !values.has(name)).join(',');
  const unused = [...values.keys()]
    .filter((name) => !wanted.has(name))
    .sort()
    .join(',');
  if (missing === '' && unused === '') return;
  const problems = [
    ...(missing === '' ? [] : [`missing: ${missing}`]),
    ...(unused === '' ? [] : [`not in the template: ${unused}`]),
  ];
  throw invalidField('variables', problems.join('; '), {
    ...(missing !== '' && { missing }),
    ...(unused !== '' && { unused }),
  });
}

function checkSize({ literals, slots }: Template, values: ReadonlyMap<string, string>): void {
  const size_by_name = new Map([...values].map(([name, value]) => [name, Buffer.byteLength(value)]));
  const size_bytes =
    literals.reduce((sum, literal) => sum + Buffer.byteLength(literal), 0) +
    slots.reduce((sum, name) => sum + (size_by_name.get(name) ?? 0), 0);
  if (size_bytes <= MAX_RENDERED_BYTES) return;
  throw new HoldfastError(
    'LIMIT_EXCEEDED',
    `variables: the text would have ${size_bytes} bytes; at most ${MAX_RENDERED_BYTES}`,
    { field: 'variables', metadata: { limit: String(MAX_RENDERED_BYTES), actual: String(size_bytes) } },
  );
}
