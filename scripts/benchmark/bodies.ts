/** Prepared requests for the load generator: length (32 bits, little endian) and protobuf bytes, repeated. */
import { writeFileSync } from 'node:fs';
import { serviceDefinition } from '../../src/rpc/proto.js';

/** The load generator puts a fresh UUIDv7 in its place, up to two in a body, each time it sends the body. */
export const FRESH_UUID = '00000000-0000-7000-8000-000000000000';

/** A request path such as `/holdfast.v1.Admin/Ping`. */
export function pathOf(service: string, method: string): string {
  return `/holdfast.v1.${service}/${method}`;
}

/** Serialises requests of one method into a file for the load generator. */
export function writeBodies(
  file: string,
  service: string,
  method: string,
  requests: readonly object[],
): void {
  const definition = serviceDefinition(service)[method];
  if (definition === undefined) throw new Error(`no method ${service}.${method}`);
  const parts: Buffer[] = [];
  for (const request of requests) {
    const body = definition.requestSerialize(request);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    parts.push(length, body);
  }
  writeFileSync(file, Buffer.concat(parts));
}

/** `count` values made by index. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
