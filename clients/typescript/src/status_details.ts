/**
 * Reads the `grpc-status-details-bin` trailer: a google.rpc.Status with ErrorInfo, BadRequest and RetryInfo
 * (https://google.aip.dev/193). Four small messages need no protobuf package: the wire format is read by hand
 * (https://protobuf.dev/programming-guides/encoding/), and what is not known is skipped.
 */

export interface StatusDetails {
  /** Absent when the trailer holds no ErrorInfo: then the failure is the transport's, not the daemon's. */
  readonly reason?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly field?: string;
  readonly retry_after_ms?: number;
}

const DETAIL = 'type.googleapis.com/google.rpc.';

/** Reads the details; bytes that are no google.rpc.Status give none, for an error must never hide behind another. */
export function readStatusDetails(bytes: Uint8Array | undefined): StatusDetails {
  const found: {
    reason?: string;
    metadata: Record<string, string>;
    field?: string;
    retry_after_ms?: number;
  } = {
    metadata: {},
  };
  if (bytes === undefined) return found;
  try {
    for (const any of fields(bytes).chunks(3)) {
      const parts = fields(any);
      const type = parts.text(1);
      const value = fields(parts.chunks(2)[0] ?? new Uint8Array());
      if (type === `${DETAIL}ErrorInfo`) {
        found.reason = value.text(1);
        for (const entry of value.chunks(3)) found.metadata[fields(entry).text(1)] = fields(entry).text(2);
      } else if (type === `${DETAIL}BadRequest`) {
        const [violation] = value.chunks(1);
        if (violation !== undefined) found.field = fields(violation).text(1);
      } else if (type === `${DETAIL}RetryInfo`) {
        const delay = fields(value.chunks(1)[0] ?? new Uint8Array());
        found.retry_after_ms = Number(delay.varint(1)) * 1000 + Math.ceil(Number(delay.varint(2)) / 1e6);
      }
    }
    return found;
  } catch (error) {
    if (error instanceof RangeError) return { metadata: {} };
    throw error;
  }
}

interface Fields {
  chunks(field: number): readonly Uint8Array[];
  text(field: number): string;
  varint(field: number): bigint;
}

function fields(bytes: Uint8Array): Fields {
  const chunks = new Map<number, Uint8Array[]>();
  const varints = new Map<number, bigint>();
  let position = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[position++];
      if (byte === undefined) break;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
    throw new RangeError('not a varint');
  };
  const take = (length: number): Uint8Array => {
    if (length < 0 || position + length > bytes.length) throw new RangeError('the message is cut');
    position += length;
    return bytes.subarray(position - length, position);
  };
  while (position < bytes.length) {
    const key = Number(varint());
    const field = key >>> 3;
    const wire = key & 7;
    if (wire === 0) varints.set(field, varint());
    else if (wire === 1) take(8);
    else if (wire === 5) take(4);
    else if (wire === 2) chunks.set(field, [...(chunks.get(field) ?? []), take(Number(varint()))]);
    else throw new RangeError('an unknown wire type');
  }
  return {
    chunks: (field) => chunks.get(field) ?? [],
    text: (field) => Buffer.from(chunks.get(field)?.at(-1) ?? []).toString('utf8'),
    varint: (field) => varints.get(field) ?? 0n,
  };
}
