/**
 * The thinnest possible client: one call is one request on the wire, with nothing repeated or filled in, because the
 * campaign must know exactly what was sent and must send it again byte for byte.
 */
import { Client, credentials, type Metadata, type ServiceDefinition, type ServiceError } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { serviceDefinition } from '../../../src/rpc/proto.js';

const { Reader } = protobuf;

/** A request or reply in the shape of the protos. */
export type Message = Readonly<Record<string, unknown>>;

/** A call that failed. `reason` is the daemon's; empty when the connection, and not the daemon, said no. */
export class WireError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;

  constructor(error: ServiceError) {
    super(error.message);
    this.name = 'WireError';
    this.code = error.code;
    const { reason, metadata } = errorInfo(error.metadata);
    this.reason = reason;
    this.metadata = metadata;
  }

  /** True when the daemon said for certain that nothing was done. */
  get refused(): boolean {
    return this.reason !== '' && this.reason !== 'OUTCOME_UNKNOWN' && this.reason !== 'SHUTTING_DOWN';
  }
}

const services = new Map<string, ServiceDefinition>();
const DEADLINE_MS = 20_000;

export class Wire {
  readonly #client: Client;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure(), {
      // The next daemon listens on the same address: the back-off of this one's failed connections must not delay it.
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_receive_message_length': 64 * 1024 * 1024,
      'grpc.initial_reconnect_backoff_ms': 20,
    });
  }

  /** `method` as in `State/PutState`. @throws WireError */
  call(method: string, request: Message): Promise<Message> {
    const { path, requestSerialize, responseDeserialize } = definitionOf(method);
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        { deadline: Date.now() + DEADLINE_MS },
        (error, reply) => {
          if (error !== null) reject(new WireError(error));
          else resolve(reply as Message);
        },
      );
    });
  }

  /** Reads a stream until `take` says that it has enough, or the signal that it is over. @throws WireError */
  stream(
    method: string,
    request: Message,
    take: (message: Message) => boolean,
    over?: AbortSignal,
  ): Promise<void> {
    const { path, requestSerialize, responseDeserialize } = definitionOf(method);
    const call = this.#client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, {
      deadline: Date.now() + 4 * DEADLINE_MS,
    });
    return new Promise((resolve, reject) => {
      const end = () => {
        resolve();
        call.cancel();
      };
      if (over?.aborted === true) end();
      over?.addEventListener('abort', end, { once: true });
      call.on('data', (message: Message) => {
        try {
          if (!take(message)) return;
          resolve();
        } catch (error) {
          reject(error);
        }
        call.cancel();
      });
      call.on('end', resolve);
      call.on('error', (error: ServiceError) => reject(new WireError(error)));
    });
  }

  close(): void {
    this.#client.close();
  }
}

function definitionOf(method: string): ServiceDefinition[string] {
  const [service = '', name = ''] = method.split('/');
  const known = services.get(service) ?? serviceDefinition(service);
  services.set(service, known);
  const definition = known[name];
  if (definition === undefined) throw new Error(`no method ${method} in the protos`);
  return definition;
}

/** google.rpc.Status {3: Any {1: type, 2: bytes}} with google.rpc.ErrorInfo {1: reason, 3: map}. */
function errorInfo(trailer: Metadata): { reason: string; metadata: Record<string, string> } {
  const metadata: Record<string, string> = {};
  const [bytes] = trailer.get('grpc-status-details-bin');
  if (!(bytes instanceof Buffer)) return { reason: '', metadata };
  for (const any of fieldsOf(bytes, 3)) {
    const [type] = fieldsOf(any, 1);
    if (type === undefined || !Buffer.from(type).toString().endsWith('ErrorInfo')) continue;
    const [info = new Uint8Array()] = fieldsOf(any, 2);
    const [reason = new Uint8Array()] = fieldsOf(info, 1);
    for (const entry of fieldsOf(info, 3)) {
      const [key = new Uint8Array()] = fieldsOf(entry, 1);
      const [value = new Uint8Array()] = fieldsOf(entry, 2);
      metadata[Buffer.from(key).toString()] = Buffer.from(value).toString();
    }
    return { reason: Buffer.from(reason).toString(), metadata };
  }
  return { reason: '', metadata };
}

/** The length-delimited fields of this number. */
function fieldsOf(bytes: Uint8Array, number: number): Uint8Array[] {
  const reader = Reader.create(bytes);
  const found: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if ((tag & 7) === 2 && tag >>> 3 === number) found.push(reader.bytes());
    else reader.skipType(tag & 7);
  }
  return found;
}
