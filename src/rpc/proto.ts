/** Loads the protos once: service definitions for the server, descriptors for reflection, message types for errors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { packageRoot } from '../paths.js';

const { Reader } = protobuf;

const FILES = ['state', 'ledger', 'operations', 'tasks', 'episodic', 'transact', 'watch', 'admin'];

export const packageDefinition: PackageDefinition = loadSync(
  FILES.map((file) => `holdfast/v1/${file}.proto`),
  {
    includeDirs: [join(packageRoot, 'proto')],
    // The same options as scripts/gen.mjs gives the type generator. `longs` must not be Number: it corrupts 2^53 + 1.
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  },
);

/** The definition of a service of package holdfast.v1. */
export function serviceDefinition(service: string): ServiceDefinition {
  const definition = packageDefinition[`holdfast.v1.${service}`];
  if (definition === undefined || 'format' in definition)
    throw new Error(`no service ${service} in the protos`);
  return definition as ServiceDefinition;
}

/**
 * Every file of the protos as serialised google.protobuf.FileDescriptorProto, for reflection: the members of the
 * google.protobuf.FileDescriptorSet that scripts/gen.mjs made (its only field is number 1, repeated).
 */
export function fileDescriptors(): Buffer[] {
  const reader = Reader.create(readFileSync(join(packageRoot, 'src', 'gen', 'descriptors.binpb')));
  const files: Buffer[] = [];
  while (reader.pos < reader.len) {
    reader.uint32();
    files.push(Buffer.from(reader.bytes()));
  }
  return files;
}
