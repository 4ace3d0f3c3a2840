/**
 * HoldfastError to gRPC status, in one place. Details travel as google.rpc.Status in the `grpc-status-details-bin`
 * trailer (https://google.aip.dev/193); the trailer's messages are defined here because three small messages need no
 * package.
 */
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import protobuf, { type INamespace } from 'protobufjs';
import { msToDuration } from '../codec/time.js';
import { HoldfastError } from '../errors.js';

const MESSAGES: INamespace = {
  nested: {
    Any: { fields: { type_url: { type: 'string', id: 1 }, value: { type: 'bytes', id: 2 } } },
    Status: {
      fields: {
        code: { type: 'int32', id: 1 },
        message: { type: 'string', id: 2 },
        details: { rule: 'repeated', type: 'Any', id: 3 },
      },
    },
    ErrorInfo: {
      fields: {
        reason: { type: 'string', id: 1 },
        domain: { type: 'string', id: 2 },
        metadata: { keyType: 'string', type: 'string', id: 3 } as protobuf.IMapField,
      },
    },
    FieldViolation: { fields: { field: { type: 'string', id: 1 }, description: { type: 'string', id: 2 } } },
    BadRequest: { fields: { field_violations: { rule: 'repeated', type: 'FieldViolation', id: 1 } } },
    Duration: { fields: { seconds: { type: 'int64', id: 1 }, nanos: { type: 'int32', id: 2 } } },
    RetryInfo: { fields: { retry_delay: { type: 'Duration', id: 1 } } },
  },
};
const root = protobuf.Root.fromJSON(MESSAGES);

function encode(type: string, value: object): Uint8Array {
  const message = root.lookupType(type);
  return message.encode(message.fromObject(value)).finish();
}

function any(type: string, value: object): object {
  return { type_url: `type.googleapis.com/google.rpc.${type}`, value: encode(type, value) };
}

/**
 * Trailers are headers: clients refuse more than 8 to 16 KiB of them, so a message that quotes what the caller sent must
 * not be as long as what the caller sent. Percent-encoding also throws on a lone surrogate, which UTF-8 cannot hold.
 */
const MAX_TEXT_BYTES = 1024;

function clip(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_TEXT_BYTES) return bytes.toString();
  return `${bytes.toString('utf8', 0, MAX_TEXT_BYTES).replace(/\ufffd+$/, '')}...`;
}

/** What a call ends with. Anything that is not a HoldfastError is a bug: its text stays in the log. */
export function toServiceError(error: unknown): ServiceError {
  const known =
    error instanceof HoldfastError ? error : new HoldfastError('INTERNAL', 'the daemon failed; see its log');
  const { field, retry_after_ms } = known.details;
  const message = clip(known.message);
  const metadata = Object.fromEntries(
    Object.entries(known.details.metadata ?? {}).map(([key, value]) => [key, clip(value)]),
  );
  const code = status[known.status];
  const details = [any('ErrorInfo', { reason: known.reason, domain: 'holdfast', metadata })];
  if (field !== undefined) {
    details.push(any('BadRequest', { field_violations: [{ field: clip(field), description: message }] }));
  }
  if (retry_after_ms !== undefined)
    details.push(any('RetryInfo', { retry_delay: msToDuration(retry_after_ms) }));
  const trailer = new Metadata();
  trailer.set('grpc-status-details-bin', Buffer.from(encode('Status', { code, message, details })));
  // The trailer that gRPC clients with a retry policy obey.
  if (retry_after_ms !== undefined) trailer.set('grpc-retry-pushback-ms', String(retry_after_ms));
  return Object.assign(new Error(message), { code, details: message, metadata: trailer });
}
