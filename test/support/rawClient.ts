/** A plain grpc-js client of every service, for tests of the wire: requests as plain objects or as raw bytes. */
import {
  type ChannelOptions,
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { serviceDefinition } from '../../src/rpc/proto.js';

/** A reply as the loader gives it: nested plain objects. Tests name the fields they look at. */
// biome-ignore lint/suspicious/noExplicitAny: replies of every RPC, read by tests that know their shape
export type Reply = any;

/** How a call failed, with the details of google.rpc.Status taken apart. */
export class RpcError extends Error {
  readonly status: string;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly field: string;
  readonly retry_after_ms: number | undefined;
  /** google.rpc.Status as it came. */
  readonly bytes: string;

  constructor(error: ServiceError) {
    super(`${status[error.code]}: ${error.details}`);
    this.status = status[error.code] ?? String(error.code);
    const details = readDetails(error.metadata);
    this.reason = details.reason;
    this.metadata = details.metadata;
    this.field = details.field;
    this.retry_after_ms = details.retry_after_ms;
    this.bytes = error.metadata?.get('grpc-status-details-bin').join() ?? '';
  }
}

export type Service =
  | 'State'
  | 'Ledger'
  | 'Operations'
  | 'Tasks'
  | 'Episodic'
  | 'Semantic'
  | 'Working'
  | 'Procedural'
  | 'Conversations'
  | 'Knowledge'
  | 'Sessions'
  | 'Signals'
  | 'Vault'
  | 'Cache'
  | 'Upstreams'
  | 'Limits'
  | 'Mirror'
  | 'Audit'
  | 'Transact'
  | 'Watch'
  | 'Admin';

export class RawClient {
  readonly #client: Client;
  readonly #metadata = new Metadata();

  /** @param authorization the value of that header; none by default. */
  constructor(address: string, options: ChannelOptions = {}, authorization?: string) {
    if (authorization !== undefined) this.#metadata.set('authorization', authorization);
    this.#client = new Client(address, credentials.createInsecure(), {
      // Channels to one address would otherwise share a connection.
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_receive_message_length': -1,
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 100,
      ...options,
    });
  }

  /** @throws RpcError */
  call(service: Service, method: string, request: object): Promise<Reply> {
    const { path, requestSerialize, responseDeserialize } = this.#method(service, method);
    return this.#unary(path, requestSerialize, responseDeserialize, request);
  }

  /** Sends bytes as they are. @throws RpcError */
  callBytes(path: string, bytes: Buffer): Promise<Buffer> {
    return this.#unary(
      path,
      (value: Buffer) => value,
      (value) => value,
      bytes,
    );
  }

  /** Opens a server stream; the caller reads it. */
  stream(service: Service, method: string, request: object): ClientReadableStream<Reply> {
    const { path, requestSerialize, responseDeserialize } = this.#method(service, method);
    const metadata = this.#metadata;
    return this.#client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
    );
  }

  /** Opens a bidirectional stream. */
  duplex(service: Service, method: string): ClientDuplexStream<object, Reply> {
    const { path, requestSerialize, responseDeserialize } = this.#method(service, method);
    return this.#client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, this.#metadata);
  }

  streamBytes(path: string, bytes: Buffer): ClientReadableStream<Buffer> {
    return this.#client.makeServerStreamRequest(
      path,
      (value: Buffer) => value,
      (value: Buffer) => value,
      bytes,
    );
  }

  /** The last message of a stream. @throws RpcError */
  async last(service: Service, method: string, request: object): Promise<Reply> {
    return (await all(this.stream(service, method, request))).at(-1);
  }

  close(): void {
    this.#client.close();
  }

  #method(service: Service, method: string) {
    const definition = serviceDefinition(`${service}`)[method];
    if (definition === undefined) throw new Error(`no RPC ${service}.${method}`);
    return definition;
  }

  #unary<Request, Response>(
    path: string,
    serialize: (value: Request) => Buffer,
    deserialize: (bytes: Buffer) => Response,
    request: Request,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        serialize,
        deserialize,
        request,
        this.#metadata,
        (error, response) => {
          if (error !== null) reject(new RpcError(error));
          else if (response === undefined) reject(new Error(`${path} gave nothing`));
          else resolve(response);
        },
      );
    });
  }
}

/** Every message of a stream, to its end. @throws RpcError */
export async function all<Message>(stream: ClientReadableStream<Message>): Promise<Message[]> {
  const messages: Message[] = [];
  try {
    for await (const message of stream) messages.push(message as Message);
  } catch (error) {
    throw new RpcError(error as ServiceError);
  }
  return messages;
}

/** What a call refuses with; fails when it succeeds. */
export async function refusal(call: Promise<unknown>): Promise<RpcError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof RpcError) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}

/** The fields of a message by number; enough to read google.rpc.Status without its descriptors. */
function fields(bytes: Uint8Array): Map<number, (Uint8Array | number)[]> {
  const reader = protobuf.Reader.create(bytes);
  const found = new Map<number, (Uint8Array | number)[]>();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const value = (tag & 7) === 2 ? reader.bytes() : Number(reader.int64());
    found.set(tag >>> 3, [...(found.get(tag >>> 3) ?? []), value]);
  }
  return found;
}

function text(value: Uint8Array | number | undefined): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString() : '';
}

function nested(value: Uint8Array | number | undefined) {
  return fields(value instanceof Uint8Array ? value : new Uint8Array());
}

function readDetails(metadata: Metadata | undefined) {
  const result = {
    reason: '',
    metadata: {} as Record<string, string>,
    field: '',
    retry_after_ms: undefined as number | undefined,
  };
  const bytes = metadata?.get('grpc-status-details-bin')[0];
  if (!(bytes instanceof Buffer)) return result;
  for (const any of fields(bytes).get(3) ?? []) {
    const type = text(nested(any).get(1)?.[0]).split('.').at(-1);
    const value = nested(nested(any).get(2)?.[0]);
    if (type === 'ErrorInfo') {
      result.reason = text(value.get(1)?.[0]);
      for (const entry of value.get(3) ?? [])
        result.metadata[text(nested(entry).get(1)?.[0])] = text(nested(entry).get(2)?.[0]);
    } else if (type === 'BadRequest') {
      result.field = text(nested(value.get(1)?.[0]).get(1)?.[0]);
    } else if (type === 'RetryInfo') {
      const delay = nested(value.get(1)?.[0]);
      result.retry_after_ms = Number(delay.get(1)?.[0] ?? 0) * 1000 + Number(delay.get(2)?.[0] ?? 0) / 1e6;
    }
  }
  return result;
}
