/** Migration steps: how a document of schema version n-1 becomes one of version n. */
import { type DocObject, type DocValue, isDocObject, RESERVED_KEYS } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import {
  arrayIndex,
  childOf,
  formatPointer,
  isBelow,
  parsePointer,
  removeChild,
  type Tokens,
  valueAt,
} from './pointer.js';
import { cloneValue, setMember } from './values.js';

export const MAX_STEPS = 256;
/** A pointer that goes deeper could name nothing in any document. */
const MAX_POINTER_TOKENS = 32;

/** A step as it is stored and as the rpc layer gives it; the members mirror the proto's MigrationStep. */
export type MigrationStep =
  | { readonly op: 'move'; readonly from: string; readonly to: string; readonly required: boolean }
  | { readonly op: 'rename'; readonly path: string; readonly name: string; readonly required: boolean }
  | { readonly op: 'default' | 'set'; readonly path: string; readonly value: DocValue }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'wrap'; readonly path: string; readonly key: string };

/** Applies one step to a holder whose member `document` is the document; throws MIGRATION_FAILED. */
export type CompiledStep = (holder: DocObject) => void;

/** @throws HoldfastError INVALID_SCHEMA with the step's path, such as `/steps/2/from`. */
export function compileSteps(steps: readonly MigrationStep[]): CompiledStep[] {
  return steps.map((step, index) => compileStep(step, index));
}

function compileStep(step: MigrationStep, index: number): CompiledStep {
  const refuse = (member: string, problem: string): HoldfastError =>
    new HoldfastError('INVALID_SCHEMA', `steps[${index}].${step.op}.${member}: ${problem}`, {
      field: `steps[${index}].${step.op}.${member}`,
      metadata: { path: `/steps/${index}/${step.op}/${member}` },
    });
  const pointer = (member: string, text: string): Tokens => {
    const tokens = parsePointer(text, (problem) => refuse(member, problem));
    if (tokens.length > MAX_POINTER_TOKENS) throw refuse(member, `goes deeper than ${MAX_POINTER_TOKENS}`);
    return ['document', ...tokens];
  };
  const inside = (member: string, text: string): Tokens => {
    if (text === '') throw refuse(member, 'must not be the whole document');
    return pointer(member, text);
  };
  const key = (member: string, text: string): string => {
    if (text === '') throw refuse(member, 'is required');
    if (RESERVED_KEYS.has(text)) throw refuse(member, `the key ${text} is reserved`);
    return text;
  };
  switch (step.op) {
    case 'move': {
      const from = inside('from', step.from);
      const to = inside('to', step.to);
      if (isBelow(to, from)) throw refuse('to', 'a value cannot move into its own child');
      return (holder) => move(holder, from, to, step.required);
    }
    case 'rename': {
      const from = inside('path', step.path);
      const name = key('name', step.name);
      return (holder) => rename(holder, from, name, step.required);
    }
    case 'default': {
      const path = pointer('path', step.path);
      return (holder) => {
        if (valueAt(holder, path) === undefined) place(holder, path, cloneValue(step.value));
      };
    }
    case 'set': {
      const path = pointer('path', step.path);
      return (holder) => place(holder, path, cloneValue(step.value));
    }
    case 'remove': {
      const path = inside('path', step.path);
      return (holder) => void take(holder, path);
    }
    case 'wrap': {
      const path = pointer('path', step.path);
      const name = key('key', step.key);
      return (holder) => {
        const value = valueAt(holder, path);
        if (value !== undefined) place(holder, path, setNew(name, value));
      };
    }
  }
}

function move(holder: DocObject, from: Tokens, to: Tokens, required: boolean): void {
  if (formatPointer(from) === formatPointer(to)) return;
  if (valueAt(holder, from) === undefined) {
    if (required) throw fails(from, 'nothing is here to move');
    return;
  }
  // Overwriting would lose what is there; a schema that wants that removes it first.
  if (valueAt(holder, to) !== undefined) throw fails(to, 'something is here already');
  const value = take(holder, from);
  if (value !== undefined) place(holder, to, value);
}

function rename(holder: DocObject, from: Tokens, name: string, required: boolean): void {
  const parent = valueAt(holder, from.slice(0, -1));
  if (parent !== undefined && Array.isArray(parent)) throw fails(from, 'an element of an array has no name');
  move(holder, from, [...from.slice(0, -1), name], required);
}

function take(holder: DocObject, path: Tokens): DocValue | undefined {
  const parent = valueAt(holder, path.slice(0, -1));
  if (parent === undefined || !(Array.isArray(parent) || isDocObject(parent))) return undefined;
  return removeChild(parent, path.at(-1) ?? '');
}

/** Puts a value at a path, making the objects on the way. Of an array it replaces elements but adds none. */
function place(holder: DocObject, path: Tokens, value: DocValue): void {
  let container: DocValue = holder;
  for (const [depth, token] of path.entries()) {
    const last = depth === path.length - 1;
    if (Array.isArray(container)) {
      const index = arrayIndex(token, container.length);
      if (index === undefined || index === container.length)
        throw fails(path.slice(0, depth + 1), 'no such element');
      if (last) container[index] = value;
    } else if (isDocObject(container)) {
      if (last) setMember(container, token, value);
      else if (!Object.hasOwn(container, token)) setMember(container, token, {});
    } else throw fails(path.slice(0, depth), 'holds neither an object nor an array');
    if (!last) container = childOf(container, token) ?? null;
  }
}

function setNew(key: string, value: DocValue): DocObject {
  const object: DocObject = {};
  setMember(object, key, value);
  return object;
}

function fails(tokens: Tokens, problem: string): HoldfastError {
  const path = formatPointer(tokens.slice(1));
  return new HoldfastError('MIGRATION_FAILED', `${path || 'the document'}: ${problem}`, {
    metadata: { path, problem },
  });
}
