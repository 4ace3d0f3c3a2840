/** JSON Patch (RFC 6902). Reading the operations and applying them are two steps: the first needs no document. */
import { type DocObject, type DocValue, isDocObject } from '../../codec/value.js';
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
import { CopyBudget, cloneValue, setMember, valuesEqual } from './values.js';

export const MAX_PATCH_OPERATIONS = 1000;

export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: Tokens; readonly value: DocValue }
  | { readonly op: 'remove'; readonly path: Tokens }
  | { readonly op: 'move' | 'copy'; readonly path: Tokens; readonly from: Tokens };

/**
 * Reads a patch document. Members that an operation does not define are ignored (RFC 6902 section 4).
 * @throws HoldfastError INVALID_PATCH with the operation's index and path; LIMIT_EXCEEDED beyond 1,000 operations.
 */
export function parseJsonPatch(patch: DocValue): PatchOperation[] {
  if (!Array.isArray(patch)) throw invalid('must be an array of operations', {});
  if (patch.length > MAX_PATCH_OPERATIONS) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `json_patch: at most ${MAX_PATCH_OPERATIONS} operations, got ${patch.length}`,
      {
        field: 'json_patch',
        metadata: { limit: String(MAX_PATCH_OPERATIONS), actual: String(patch.length) },
      },
    );
  }
  return patch.map((operation, index) => parseOperation(operation, index));
}

function parseOperation(operation: DocValue, index: number): PatchOperation {
  const refuse = (problem: string): HoldfastError => {
    const path = isDocObject(operation) && typeof operation.path === 'string' ? operation.path : '';
    return invalid(`operation ${index}: ${problem}`, { index: String(index), path });
  };
  if (!isDocObject(operation)) throw refuse('must be an object');
  const pointer = (member: 'path' | 'from'): Tokens => {
    const text = childOf(operation, member);
    if (typeof text !== 'string') throw refuse(`${member} must be a string`);
    return parsePointer(text, (problem) => refuse(`${member} ${problem}`));
  };
  const path = pointer('path');
  const op = childOf(operation, 'op');
  switch (op) {
    case 'add':
    case 'replace':
    case 'test': {
      const value = childOf(operation, 'value');
      if (value === undefined) throw refuse('value is required');
      return { op, path, value };
    }
    case 'remove':
      if (path.length === 0) throw refuse('the whole document cannot be removed; delete the state instead');
      return { op, path };
    case 'move':
    case 'copy': {
      const from = pointer('from');
      if (op === 'move' && isBelow(path, from)) throw refuse('a value cannot move into its own child');
      return { op, path, from };
    }
    default:
      throw refuse('op must be add, remove, replace, move, copy or test');
  }
}

function invalid(problem: string, metadata: Record<string, string>): HoldfastError {
  return new HoldfastError('INVALID_PATCH', `json_patch: ${problem}`, { field: 'json_patch', metadata });
}

/**
 * Applies the operations in order and returns the new document. `document` and the values of the operations must be the
 * caller's own: they are changed and become parts of the result. After a refusal both are rubbish.
 * @throws HoldfastError WRONG_STATE when a `test` fails or a path is absent; DOCUMENT_TOO_LARGE or DOCUMENT_TOO_DEEP
 *   when copies outgrow any document. The result itself is the caller's to check.
 */
export function applyJsonPatch(document: DocValue, operations: readonly PatchOperation[]): DocValue {
  // With the document as a member, the whole document has a parent like every other value.
  const holder: DocObject = { document };
  const budget = new CopyBudget();
  for (const [index, operation] of operations.entries()) new Step(holder, operation, index).apply(budget);
  return holder.document as DocValue;
}

type Container = DocObject | DocValue[];

class Step {
  readonly #holder: DocObject;
  readonly #operation: PatchOperation;
  readonly #index: number;

  constructor(holder: DocObject, operation: PatchOperation, index: number) {
    this.#holder = holder;
    this.#operation = operation;
    this.#index = index;
  }

  apply(budget: CopyBudget): void {
    const operation = this.#operation;
    switch (operation.op) {
      case 'add':
        this.#add(operation.value);
        return;
      case 'replace':
        this.#replace(operation.value);
        return;
      case 'test':
        if (!valuesEqual(this.#at(operation.path), operation.value)) throw this.#fails('the test fails');
        return;
      case 'remove':
        this.#remove(operation.path);
        return;
      case 'copy':
        this.#add(cloneValue(this.#at(operation.from), budget, operation.path.length));
        return;
      case 'move': {
        const value = this.#at(operation.from);
        if (formatPointer(operation.from) === formatPointer(operation.path)) return;
        this.#remove(operation.from);
        this.#add(value);
      }
    }
  }

  #add(value: DocValue): void {
    const [container, token] = this.#parent(this.#operation.path);
    if (Array.isArray(container)) {
      const index = arrayIndex(token, container.length);
      if (index === undefined) throw this.#absent(this.#operation.path);
      container.splice(index, 0, value);
    } else setMember(container, token, value);
  }

  #replace(value: DocValue): void {
    this.#at(this.#operation.path);
    const [container, token] = this.#parent(this.#operation.path);
    if (Array.isArray(container)) container[Number(token)] = value;
    else setMember(container, token, value);
  }

  #remove(path: Tokens): void {
    const [container, token] = this.#parent(path);
    if (removeChild(container, token) === undefined) throw this.#absent(path);
  }

  #at(path: Tokens): DocValue {
    const value = valueAt(this.#holder, ['document', ...path]);
    if (value === undefined) throw this.#absent(path);
    return value;
  }

  #parent(path: Tokens): [Container, string] {
    const parent = valueAt(this.#holder, ['document', ...path].slice(0, -1));
    if (parent === undefined || !(Array.isArray(parent) || isDocObject(parent))) throw this.#absent(path);
    return [parent, path.at(-1) ?? 'document'];
  }

  #absent(path: Tokens): HoldfastError {
    return this.#fails(`nothing is at ${formatPointer(path) || 'the root'}`);
  }

  #fails(problem: string): HoldfastError {
    return new HoldfastError('WRONG_STATE', `json_patch: operation ${this.#index}: ${problem}`, {
      field: 'json_patch',
      metadata: { index: String(this.#index), path: formatPointer(this.#operation.path) },
    });
  }
}
