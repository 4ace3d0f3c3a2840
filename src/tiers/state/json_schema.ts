/**
 * JSON Schema draft 2020-12, made safe to run inside the writer: a schema comes from a client, and no schema may stall
 * every agent's writes. Patterns are RE2's (linear time, bounded program), `uniqueItems` is linear, references stay
 * inside the schema and their evaluations are counted. `format` and `default` are annotations and check nothing.
 */
import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Ajv2020, Options } from 'ajv/dist/2020.js';
import type { RegExpEngine } from 'ajv/dist/types/index.js';
import { RE2JS } from 're2js';
import { base64 } from '../../codec/json_format.js';
import { formatTimestamp } from '../../codec/rfc3339.js';
import { DecimalValue, type DocValue, isDocObject, Timestamp } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import { formatPointer } from './pointer.js';
import { setMember } from './values.js';

/**
 * Object members in a whole schema. Compiling is worse than linear: 2,000 members take up to half a second, 25,000 took
 * minutes; and three threads compile a schema that is in use.
 */
const MAX_SCHEMA_MEMBERS = 2000;
/** Longest pattern in characters. */
const MAX_PATTERN_LENGTH = 1000;
/** RE2's measure of a pattern's cost; an unrolled {1,500} takes about 1,000. 2,500 on 256 KiB took 0.2 s. */
const MAX_PATTERN_PROGRAM = 2000;
/** The same for all patterns of a schema: 3,000 patterns of 800 took 20 s to compile. */
const MAX_PATTERN_PROGRAMS = 20_000;
/** How many references one validation may follow: two that name each other twice would otherwise take 2^depth. */
const MAX_REFERENCES = 200_000;

export interface Violation {
  /** JSON Pointer into the document. */
  readonly path: string;
  readonly problem: string;
}

/** The first violation of a document, or null when it satisfies the schema. */
export type Validator = (document: DocValue) => Violation | null;

const OPTIONS: Options = {
  strictSchema: true,
  strictNumbers: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  validateFormats: false,
  ownProperties: true,
  allErrors: false,
  logger: false,
};

interface Loaded {
  readonly Ajv2020: typeof Ajv2020;
  readonly _: typeof import('ajv')._;
  /** Only checks schemas against the meta-schema, which is costly to compile and shared for that. */
  readonly metaSchema: Ajv2020;
}

let loaded: Loaded | undefined;

/** ajv comes with the first schema: few databases have one, and three threads would read its hundred files at every start. */
function ajvLoaded(): Loaded {
  if (loaded === undefined) {
    const require = createRequire(import.meta.url);
    const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
    const { _ } = require('ajv') as typeof import('ajv');
    loaded = { Ajv2020, _, metaSchema: new Ajv2020(OPTIONS) };
  }
  return loaded;
}

/**
 * Compiles a schema.
 * @throws HoldfastError INVALID_SCHEMA with the path inside the schema where it is known.
 */
export function compileJsonSchema(schema: DocValue): Validator {
  const members = membersOf(schema);
  if (members > MAX_SCHEMA_MEMBERS) {
    throw invalidSchema(`has ${members} object members, more than ${MAX_SCHEMA_MEMBERS}`, '');
  }
  const plain = toJsonForm(schema);
  if (typeof plain !== 'boolean' && (typeof plain !== 'object' || plain === null || Array.isArray(plain))) {
    throw invalidSchema('must be an object or a boolean', '');
  }
  const validate = compile(plain);
  return (document) => {
    const data = toJsonForm(document);
    references_left = MAX_REFERENCES;
    try {
      if (validate(data)) return null;
    } catch (error) {
      if (error instanceof TooManyReferences) {
        return { path: '', problem: `takes more than ${MAX_REFERENCES} references to check` };
      }
      // A schema that refers to itself without descending into the document.
      if (error instanceof RangeError) return { path: '', problem: 'the schema recurses without end' };
      throw error;
    }
    return violationOf(validate.errors?.[0]);
  };
}

function compile(schema: object | boolean): ValidateFunction {
  const { Ajv2020, metaSchema } = ajvLoaded();
  try {
    if (metaSchema.validateSchema(schema) !== true) {
      const { path, problem } = violationOf(metaSchema.errors?.[0]);
      throw invalidSchema(problem, path);
    }
    const ajv = new Ajv2020({
      ...OPTIONS,
      meta: false,
      validateSchema: false,
      code: { regExp: linearPatterns(), optimize: false },
    });
    countReferences(ajv);
    makeUniqueItemsLinear(ajv);
    const validate = ajv.compile(schema);
    if ('$async' in validate) throw invalidSchema('$async is not supported', '/$async');
    return validate;
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const { message } = error as Error;
    throw invalidSchema(
      error instanceof RangeError ? 'is too deep or recurses without end' : message.slice(0, 300),
      '',
    );
  }
}

function invalidSchema(problem: string, path: string): HoldfastError {
  return new HoldfastError('INVALID_SCHEMA', `json_schema: ${problem}${path === '' ? '' : ` at ${path}`}`, {
    field: 'json_schema',
    metadata: { path },
  });
}

/** Where and what, without quoting the document. A missing or superfluous member is named by its own path. */
function violationOf(error: ErrorObject | undefined): Violation {
  if (error === undefined) return { path: '', problem: 'does not satisfy the schema' };
  const params = error.params as Record<string, unknown>;
  const member = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const path = error.instancePath + (typeof member === 'string' ? formatPointer([member]) : '');
  return { path, problem: error.message ?? 'does not satisfy the schema' };
}

/** What ajv calls instead of `new RegExp`, for one schema. */
function linearPatterns(): RegExpEngine {
  let programs_left = MAX_PATTERN_PROGRAMS;
  const engine = (pattern: string) => {
    if (pattern.length > MAX_PATTERN_LENGTH) {
      throw invalidSchema(`a pattern has ${pattern.length} characters, more than ${MAX_PATTERN_LENGTH}`, '');
    }
    const compiled = compilePattern(pattern);
    const program = compiled.programSize();
    programs_left -= program;
    if (program > MAX_PATTERN_PROGRAM) throw invalidSchema('a pattern repeats too much', '');
    if (programs_left < 0) throw invalidSchema('the patterns together repeat too much', '');
    // ajv keeps one pattern for each toString(): without it all patterns of a schema would be the first.
    return { test: (text: string) => compiled.test(text), toString: () => pattern };
  };
  return Object.assign(engine, { code: 'linearPatterns' });
}

function compilePattern(pattern: string): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch (error) {
    throw invalidSchema(`a pattern is not RE2 syntax: ${(error as Error).message.slice(0, 200)}`, '');
  }
}

class TooManyReferences extends Error {}

/** Of the validation that runs; validations are synchronous and never nest. */
let references_left = 0;

function spendReference(): void {
  references_left -= 1;
  if (references_left < 0) throw new TooManyReferences();
}

/** Makes the code of every reference count itself before it is followed. */
function countReferences(ajv: Ajv2020): void {
  const { _ } = ajvLoaded();
  for (const keyword of ['$ref', '$dynamicRef']) {
    const rule = ajv.RULES.all[keyword];
    if (typeof rule !== 'object' || !('code' in rule.definition)) throw new Error(`ajv has no ${keyword}`);
    const definition = rule.definition;
    const { code } = definition;
    rule.definition = {
      ...definition,
      code: (context, ruleType) => {
        const spend = context.gen.scopeValue('func', { ref: spendReference });
        context.gen.code(_`${spend}()`);
        code(context, ruleType);
      },
    };
  }
}

/** ajv compares every pair of elements unless it knows that they are scalars. */
function makeUniqueItemsLinear(ajv: Ajv2020): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message: 'must NOT have duplicate items' },
    validate: (unique: boolean, items: readonly unknown[]) =>
      !unique || new Set(items.map((item) => JSON.stringify(sorted(item)))).size === items.length,
  });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { object: members.map(([key, member]) => [key, sorted(member)]) };
}

function membersOf(value: DocValue): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + membersOf(element), 0);
  if (!isDocObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + 1 + membersOf(member), 0);
}

/** A document as its JSON form would parse: tagged objects for decimals, times and bytes; big integers as doubles. */
function toJsonForm(value: DocValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toJsonForm);
  if (value instanceof DecimalValue) return { __decimal__: value.text };
  if (value instanceof Timestamp) return { __timestamp__: formatTimestamp(value) };
  if (value instanceof Uint8Array) return { __binary__: base64(value) };
  const object: Record<string, unknown> = {};
  for (const key of Object.keys(value))
    setMember(object as never, key, toJsonForm(value[key] as DocValue) as never);
  return object;
}
