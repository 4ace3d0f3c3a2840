/** HTTP/2 frames by hand (RFC 9113), for connections that no client library would make. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export const TYPE = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  ping: 6,
  goaway: 7,
  continuation: 9,
} as const;
export const END_STREAM = 1;
export const END_HEADERS = 4;

export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

export function frame(
  type: number,
  flags: number,
  stream: number,
  payload: Uint8Array = Buffer.alloc(0),
): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** A header as a literal without indexing (RFC 7541, 6.2.2); name and value below 127 bytes. */
export function header(name: string, value: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, name.length]),
    Buffer.from(name),
    Buffer.from([value.length]),
    Buffer.from(value),
  ]);
}

/** The headers of a call. */
export function call(path: string): Buffer {
  const pairs = [
    [':method', 'POST'],
    [':scheme', 'http'],
    [':path', path],
    [':authority', 'x'],
    ['te', 'trailers'],
    ['content-type', 'application/grpc'],
  ] as const;
  return Buffer.concat(pairs.map(([name, value]) => header(name, value)));
}

/** A gRPC message of protobuf bytes. */
export function message(bytes: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([prefix, bytes]);
}

export class RawConnection {
  readonly socket: Socket;
  received_bytes = 0;
  readonly closed: Promise<void>;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      this.received_bytes += chunk.length;
    });
  }

  /** @param settings identifiers and values. */
  static async open(
    address: string,
    settings: readonly (readonly [number, number])[] = [],
  ): Promise<RawConnection> {
    const connection = await RawConnection.silent(address);
    const payload = Buffer.alloc(settings.length * 6);
    for (const [index, [id, value]] of settings.entries()) {
      payload.writeUInt16BE(id, index * 6);
      payload.writeUInt32BE(value, index * 6 + 2);
    }
    connection.socket.write(Buffer.concat([PREFACE, frame(TYPE.settings, 0, 0, payload)]));
    return connection;
  }

  /** One that has said nothing yet. */
  static async silent(address: string): Promise<RawConnection> {
    const [host = '', port = ''] = address.split(':');
    const socket = host === 'unix' ? connect(port) : connect(Number(port), host);
    const connection = new RawConnection(socket);
    await once(socket, 'connect');
    return connection;
  }

  get is_open(): boolean {
    return !this.socket.destroyed;
  }

  /** Writes what `next` makes for as long as the connection stands. */
  async flood(next: () => Buffer): Promise<void> {
    while (this.is_open) {
      if (this.socket.write(next())) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.race([new Promise((resolve) => this.socket.once('drain', resolve)), this.closed]);
    }
  }

  close(): void {
    this.socket.destroy();
  }
}
