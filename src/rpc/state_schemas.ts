/** Schema versions between the wire and the tier: registering them, trying them, listing them. */
import { checkSize, DEFAULT_DOCUMENT_LIMITS } from '../codec/limits.js';
import { packDocument, unpackDocument } from '../codec/msgpack.js';
import type { DocObject } from '../codec/value.js';
import { HoldfastError } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type {
  MigrationStep as WireStep,
  MigrationStep__Output as WireStepIn,
} from '../gen/holdfast/v1/MigrationStep.js';
import type { SchemaVersion, SchemaVersion__Output } from '../gen/holdfast/v1/SchemaVersion.js';
import { CompiledSchema, type SchemaContent, unpackSchema } from '../tiers/state/schemas.js';
import { MAX_STEPS, type MigrationStep } from '../tiers/state/steps.js';
import * as check from './check.js';
import { valueToDocument } from './documents.js';

const MAX_VERSION = 10_000;

/**
 * Checks a schema version whole, its JSON Schema and steps included, and packs it for storage.
 * @throws HoldfastError INVALID_SCHEMA with the path, and whatever the fields' own checks throw.
 */
export function parseSchemaVersion(value: SchemaVersion__Output | null, field: string): Uint8Array {
  return check.within(field, () => {
    const schema_version = check.required(value, 'schema');
    const schema = check.name(schema_version.schema, 'schema');
    const version = check.integer(schema_version.version, 'version', 1, MAX_VERSION);
    const json_schema = check.optionalDocument(schema_version.json_schema, 'json_schema');
    const steps = check.list(schema_version.steps, 'steps', 0, MAX_STEPS).map(parseStep);
    if (version === 1 && steps.length > 0) {
      throw new HoldfastError('INVALID_SCHEMA', 'steps: version 1 has nothing to migrate from', {
        field: 'steps',
        metadata: { path: '/steps' },
      });
    }
    const content = {
      schema,
      version,
      ...(json_schema === null ? {} : { json_schema: unpackDocument(json_schema) }),
      steps,
    };
    compileWhole(content);
    const bytes = packDocument(content as unknown as DocObject);
    checkSize(bytes.length, DEFAULT_DOCUMENT_LIMITS);
    return bytes;
  });
}

/** Compiles what is compiled lazily otherwise, so that a schema that cannot work is refused before it is stored. */
function compileWhole(content: SchemaContent): void {
  const { validator } = new CompiledSchema(content);
  validator?.(null);
}

function parseStep(step: WireStepIn, index: number): MigrationStep {
  const at = `steps[${index}]`;
  switch (step.step) {
    case 'move': {
      const { from, to, required } = check.required(step.move, at);
      return { op: 'move', from, to, required };
    }
    case 'rename': {
      const { path, name, required } = check.required(step.rename, at);
      return { op: 'rename', path, name, required };
    }
    case 'default':
    case 'set': {
      const { path, value } = check.required(step[step.step], at);
      const bytes = check.document(value, `${at}.${step.step}.value`);
      return { op: step.step, path, value: unpackDocument(bytes) };
    }
    case 'remove':
      return { op: 'remove', path: check.required(step.remove, at).path };
    case 'wrap': {
      const { path, key } = check.required(step.wrap, at);
      return { op: 'wrap', path, key };
    }
    default:
      throw new HoldfastError('FIELD_REQUIRED', `${at} holds no step`, { field: at });
  }
}

/** A stored schema version as a reply shows it. */
export function toSchemaVersion(payload: Uint8Array, encoding: DocumentEncoding__Output): SchemaVersion {
  const { schema, version, json_schema, steps } = unpackSchema(payload);
  return {
    schema,
    version,
    ...(json_schema === undefined ? {} : { json_schema: valueToDocument(json_schema, encoding) }),
    steps: steps.map((step) => toStep(step, encoding)),
  };
}

function toStep(step: MigrationStep, encoding: DocumentEncoding__Output): WireStep {
  if (step.op === 'default' || step.op === 'set') {
    return { [step.op]: { path: step.path, value: valueToDocument(step.value, encoding) } };
  }
  const { op, ...members } = step;
  return { [op]: members };
}
