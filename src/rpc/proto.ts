/** Loads the protos once: service definitions for the server, descriptors for reflection, message types for errors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { HoldfastError } from '../errors.js';
import { packageRoot } from '../paths.js';
import { checkWire } from './wire.js';

const { Reader } = protobuf;

const FILES = [
  'state',
  'ledger',
  'operations',
  'tasks',
  'episodic',
  'semantic',
  'working',
  'procedural',
  'conversations',
  'knowledge',
  'sessions',
  'signals',
  'limits',
  'mirror',
  'audit',
  'cache',
  'upstreams',
  'vault',
  'transact',
  'watch',
  'admin',
];

/** Types that can be walked. */
export const protoRoot = new protobuf.Root();
protoRoot.resolvePath = (_origin, target) => join(packageRoot, 'proto', target);
protoRoot.loadSync(
  FILES.map((file) => `holdfast/v1/${file}.proto`),
  { keepCase: true },
);
protoRoot.resolveAll();

/** As scripts/gen.mjs tells the type generator. `longs` must not be Number: it corrupts 2^53 + 1. */
const DECODED = { longs: String, enums: String, defaults: true, oneofs: true } as const;

/** The services of package holdfast.v1. */
export const protoServices: readonly protobuf.Service[] = (
  protoRoot.lookup('holdfast.v1') as protobuf.Namespace
).nestedArray.filter((one) => one instanceof protobuf.Service);

/** What a handler finds in place of a request that could not be decoded. */
export class Undecodable {
  readonly error: HoldfastError;

  constructor(error: HoldfastError) {
    this.error = error;
  }
}

/** The request of a call. @throws HoldfastError when its bytes were refused. */
export function requestOf<Request>(call: { readonly request: Request }): Request {
  const { request } = call;
  if (request instanceof Undecodable) throw request.error;
  return request;
}

/**
 * A service of package holdfast.v1 whose requests are checked before they are decoded. Left to itself grpc-js answers
 * what it cannot decode with INTERNAL and the decoder's text; so the refusal travels to the handler instead.
 */
export function checkedService(service: string): ServiceDefinition {
  return definitionOf(service, (method, request) => {
    const requestDeserialize = (bytes: Buffer): object => {
      try {
        checkWire(bytes, request);
        return method.requestDeserialize(bytes);
      } catch (error) {
        if (error instanceof HoldfastError) return new Undecodable(error);
        return new Undecodable(new HoldfastError('INVALID_FIELD', 'the request is not a protobuf message'));
      }
    };
    // A message that many streams are sent is serialised once, before.
    const responseSerialize = (response: object): Buffer =>
      response instanceof Buffer ? response : method.responseSerialize(response);
    return { ...method, requestDeserialize, responseSerialize };
  });
}

/**
 * The definition of a service of package holdfast.v1: what @grpc/proto-loader makes of it, without the descriptors of every
 * message and file that it adds. Nobody here asks for those, and they cost each start a third of a second.
 */
export function serviceDefinition(service: string): ServiceDefinition {
  return definitionOf(service, (method) => method);
}

type Definition = MethodDefinition<object, object>;

function definitionOf(
  service: string,
  adapt: (method: Definition, request: protobuf.Type) => Definition,
): ServiceDefinition {
  const found = protoServices.find(({ name }) => name === service);
  if (found === undefined) throw new Error(`no service ${service} in the protos`);
  return Object.fromEntries(
    found.methodsArray.map(({ name, requestStream, responseStream, ...types }) => {
      const { resolvedRequestType: request, resolvedResponseType: response } = types;
      if (request === null || response === null) throw new Error(`${service}/${name} has no types`);
      const method = {
        path: `/holdfast.v1.${service}/${name}`,
        requestStream: requestStream === true,
        responseStream: responseStream === true,
        requestSerialize: serializer(request),
        requestDeserialize: deserializer(request),
        responseSerialize: serializer(response),
        responseDeserialize: deserializer(response),
        originalName: name.charAt(0).toLowerCase() + name.slice(1),
      };
      return [name, adapt(method, request)];
    }),
  );
}

function serializer(type: protobuf.Type): (value: object) => Buffer {
  return (value) => type.encode(type.fromObject(value)).finish() as Buffer;
}

function deserializer(type: protobuf.Type): (bytes: Buffer) => object {
  return (bytes) => type.toObject(type.decode(bytes), DECODED);
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
