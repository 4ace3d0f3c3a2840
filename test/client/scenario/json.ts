/** The scenario's requests and replies, protobuf's JSON with the proto's own names, to and from what the client takes and gives. */
import { Timestamp } from '@holdfast/client';
import protobuf from 'protobufjs';
import { protoRoot } from '../../../src/rpc/proto.js';

type Json = unknown;
type Fields = Record<string, Json>;

/** The request and reply types of `Service.Method`. */
export function methodOf(name: string): { service: string; rpc: string; method: protobuf.Method } {
  const [service = '', rpc = ''] = name.split('.');
  const method = protoRoot.lookupService(`holdfast.v1.${service}`).methods[rpc];
  if (method === undefined) throw new Error(`no RPC ${name}`);
  method.resolve();
  return { service, rpc, method };
}

export function typeOf(name: string): protobuf.Type {
  return protoRoot.lookupType(`holdfast.v1.${name}`);
}

/** A request as the client takes it: texts of times, spans and bytes become what its types ask for. */
export function fromJson(type: protobuf.Type | null, json: Json): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(json as Fields)) {
    const field = type?.fields[name]?.resolve();
    if (field === undefined) throw new Error(`${type?.name} has no field ${name}`);
    const read = (one: Json): Json => readField(field, one);
    fields[name] = field.repeated ? (value as Json[]).map(read) : read(value);
  }
  return fields;
}

function readField(field: protobuf.Field, value: Json): Json {
  const { resolvedType } = field;
  if (field.type === 'bytes') return Buffer.from(String(value), 'base64');
  if (!(resolvedType instanceof protobuf.Type)) return value;
  if (resolvedType.fullName === '.google.protobuf.Timestamp') return Timestamp.parse(String(value));
  if (resolvedType.fullName === '.google.protobuf.Duration') return readDuration(String(value));
  return fromJson(resolvedType, value);
}

function readDuration(text: string): { seconds: number; nanos: number } {
  const match = /^(\d+)(?:\.(\d{1,9}))?s$/.exec(text);
  if (match === null) throw new Error(`no duration: ${text}`);
  return { seconds: Number(match[1]), nanos: Number((match[2] ?? '').padEnd(9, '0')) };
}

/** A reply as the scenario compares it. */
export function toJson(type: protobuf.Type | null, message: Fields): Fields {
  const json: Fields = {};
  for (const field of type?.fieldsArray ?? []) {
    const value = message[field.name];
    if (value === undefined || value === null) continue;
    const write = (one: Json): Json => writeField(field.resolve(), one);
    json[field.name] = field.repeated ? (value as Json[]).map(write) : field.map ? value : write(value);
  }
  return json;
}

function writeField({ type, resolvedType }: protobuf.Field, value: Json): Json {
  if (type === 'bytes') return Buffer.from(value as Uint8Array).toString('base64');
  if (!(resolvedType instanceof protobuf.Type)) return value;
  const message = value as Fields & { seconds: string; nanos: number };
  if (resolvedType.fullName === '.google.protobuf.Timestamp') return Timestamp.fromProto(message).toString();
  if (resolvedType.fullName === '.google.protobuf.Duration') return writeDuration(message);
  return toJson(resolvedType, message);
}

function writeDuration({ seconds, nanos }: { seconds: string; nanos: number }): string {
  if (nanos === 0) return `${seconds}s`;
  const fraction = String(nanos).padStart(9, '0');
  return `${seconds}.${fraction.replace(/(?:000){1,2}$/, '')}s`;
}
