/** A declaration as people write it, into the request's form. */
import type { FieldDeclaration } from '@holdfast/client/types/FieldDeclaration.js';
import { FieldType } from '@holdfast/client/types/FieldType.js';
import { UsageError } from './command.js';
import { enumArgument } from './values.js';

/** @throws UsageError for what is no declaration. */
export function declarationArgument(json: string): {
  fields: FieldDeclaration[];
  unique_keys: { fields: string[] }[];
} {
  const declaration = parseObject(json, 'DECLARATION');
  const { fields, unique_keys = [], ...more } = declaration;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined)
    throw new UsageError(`DECLARATION: "${unknown}" is neither fields nor unique_keys`);
  if (!Array.isArray(fields)) throw new UsageError('DECLARATION: fields must be an array');
  const is_keys = (value: unknown): value is string[][] =>
    Array.isArray(value) &&
    value.every((key) => Array.isArray(key) && key.every((name) => typeof name === 'string'));
  if (!is_keys(unique_keys)) throw new UsageError('DECLARATION: unique_keys must be arrays of field names');
  return { fields: fields.map(fieldArgument), unique_keys: unique_keys.map((names) => ({ fields: names })) };
}

function fieldArgument(value: unknown): FieldDeclaration {
  const { name, type, required, indexed, default: given, ...more } = Object(value) as Record<string, unknown>;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw new UsageError(`DECLARATION: a field has no "${unknown}"`);
  if (typeof name !== 'string' || typeof type !== 'string')
    throw new UsageError('DECLARATION: each field needs a name and a type');
  return {
    name,
    type: enumArgument(FieldType, 'FIELD_TYPE_', type, 'type'),
    required: required === true,
    indexed: indexed === true,
    ...(given !== undefined && { default_value: { json: JSON.stringify(given) } }),
  };
}

function parseObject(json: string, name: string): Record<string, unknown> {
  const exact = (_: string, value: unknown): unknown => {
    if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return value;
    throw new UsageError(`${name}: a number beyond 2^53 would lose digits here`);
  };
  try {
    return Object(JSON.parse(json, exact)) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
