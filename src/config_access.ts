/** The options of who is let in and how much they may ask for. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HoldfastError } from './errors.js';

const MIB = 1024 * 1024;

export interface AccessConfig {
  /** Unix sockets need a token as well. */
  readonly require_token: boolean;
  /** Absolute path of the file with tokens (access/tokens_file.ts); empty = there is none. */
  readonly tokens_file: string;
  /** Absolute paths of PEM files; empty = TCP is not encrypted. */
  readonly tls_cert_file: string;
  readonly tls_key_file: string;
  /** Authorities of client certificates; empty = clients need none. */
  readonly tls_client_ca_file: string;
  /** Of each listening socket; where a token is needed, some more that have not shown one (rpc/gate.ts). */
  readonly max_connections: number;
  /** Streams that may be open on one connection, calls included. */
  readonly max_streams_per_connection: number;
  /** Streaming RPCs that may be open for one agent. */
  readonly max_streams_per_agent: number;
  /** Calls of one agent, and how many of them may come at once; 0 = as many as it likes. */
  readonly max_calls_per_second_per_agent: number;
  /** Calls with one credential, an admin's excepted; 0 = a hundred times those of an agent. */
  readonly max_calls_per_second_per_credential: number;
  /** How long a unary call may take, whatever deadline it names. */
  readonly max_call_ms: number;
  /** What messages that have begun to arrive and are not whole may hold, on one connection and on all of them. */
  readonly max_receiving_bytes_per_connection: number;
  readonly max_receiving_bytes: number;
  /** Largest metadata of a call. */
  readonly max_metadata_bytes: number;
}

/** As the rows of config.ts: flag, environment variable, default, description. */
export const ACCESS_OPTIONS = [
  ['require-token', 'HOLDFAST_REQUIRE_TOKEN', 'off', 'on: Unix sockets need a token as well'],
  [
    'tokens-file',
    'HOLDFAST_TOKENS_FILE',
    '',
    'tokens by hash, a line each [systemd credential holdfast-tokens, or none]',
  ],
  ['tls-cert-file', 'HOLDFAST_TLS_CERT_FILE', '', 'PEM certificate chain; TCP is then encrypted'],
  ['tls-key-file', 'HOLDFAST_TLS_KEY_FILE', '', 'PEM private key of the certificate'],
  [
    'tls-client-ca-file',
    'HOLDFAST_TLS_CLIENT_CA_FILE',
    '',
    'PEM authorities; TCP clients then need a certificate of theirs',
  ],
  ['max-connections', 'HOLDFAST_MAX_CONNECTIONS', '1024', 'open connections of each listening socket'],
  [
    'max-streams-per-connection',
    'HOLDFAST_MAX_STREAMS_PER_CONNECTION',
    '1024',
    'calls and streams open on one connection',
  ],
  ['max-streams-per-agent', 'HOLDFAST_MAX_STREAMS_PER_AGENT', '1024', 'streaming calls open for one agent'],
  [
    'max-calls-per-second-per-agent',
    'HOLDFAST_MAX_CALLS_PER_SECOND_PER_AGENT',
    '0',
    'calls of one agent; 0 = no limit',
  ],
  [
    'max-calls-per-second-per-credential',
    'HOLDFAST_MAX_CALLS_PER_SECOND_PER_CREDENTIAL',
    '0',
    'calls with one credential for all of its agents, not an admin; 0 = a hundred times those of an agent',
  ],
  ['max-call-ms', 'HOLDFAST_MAX_CALL_MS', '600000', 'how long a call that does not stream may take'],
  [
    'max-receiving-bytes-per-connection',
    'HOLDFAST_MAX_RECEIVING_BYTES_PER_CONNECTION',
    String(64 * MIB),
    'messages that have begun to arrive on one connection, no less than --max-message-bytes',
  ],
  [
    'max-receiving-bytes',
    'HOLDFAST_MAX_RECEIVING_BYTES',
    String(256 * MIB),
    'messages that have begun to arrive on all connections; beyond, calls are refused where most is held',
  ],
  ['max-metadata-bytes', 'HOLDFAST_MAX_METADATA_BYTES', '16384', 'largest metadata of a call'],
] as const;

type AccessOptionName = (typeof ACCESS_OPTIONS)[number][0];

interface AccessOptionReader {
  readonly value: (name: AccessOptionName) => string;
  readonly count: (name: AccessOptionName, min: number, max: number) => number;
  readonly wrong: (name: AccessOptionName, problem: string) => HoldfastError;
}

/** TOML has words of its own for it. */
const SWITCH: Readonly<Record<string, boolean>> = { on: true, true: true, off: false, false: false };

/** @throws HoldfastError INVALID_FIELD naming the option. */
export function readAccess(
  { value, count, wrong }: AccessOptionReader,
  max_message_bytes: number,
  env: NodeJS.ProcessEnv,
): AccessConfig {
  const path = (name: AccessOptionName): string => (value(name) === '' ? '' : resolve(value(name)));
  const require_token = SWITCH[value('require-token')];
  if (require_token === undefined)
    throw wrong('require-token', `must be on or off, not "${value('require-token')}"`);
  const [tls_cert_file, tls_key_file] = [path('tls-cert-file'), path('tls-key-file')];
  if ((tls_cert_file === '') !== (tls_key_file === ''))
    throw wrong('tls-key-file', 'a certificate and its key belong together');
  const tls_client_ca_file = path('tls-client-ca-file');
  if (tls_client_ca_file !== '' && tls_cert_file === '')
    throw wrong('tls-client-ca-file', 'client certificates need --tls-cert-file');
  // A message that may be sent has room.
  const max_receiving_bytes_per_connection = count(
    'max-receiving-bytes-per-connection',
    max_message_bytes,
    2 ** 36,
  );
  return {
    require_token,
    tokens_file: path('tokens-file') || systemdCredential('holdfast-tokens', env),
    tls_cert_file,
    tls_key_file,
    tls_client_ca_file,
    max_connections: count('max-connections', 1, 1_000_000),
    max_streams_per_connection: count('max-streams-per-connection', 1, 100_000),
    max_streams_per_agent: count('max-streams-per-agent', 1, 100_000),
    max_calls_per_second_per_agent: count('max-calls-per-second-per-agent', 0, 1_000_000),
    max_calls_per_second_per_credential: count('max-calls-per-second-per-credential', 0, 100_000_000),
    max_call_ms: count('max-call-ms', 1000, 24 * 3600 * 1000),
    max_receiving_bytes_per_connection,
    max_receiving_bytes: count('max-receiving-bytes', max_receiving_bytes_per_connection, 2 ** 36),
    max_metadata_bytes: count('max-metadata-bytes', 1024, 1024 * 1024),
  };
}

/** Where systemd puts what LoadCredential= names (systemd.exec(5)); empty when it does not. */
export function systemdCredential(name: string, env: NodeJS.ProcessEnv): string {
  const folder = env.CREDENTIALS_DIRECTORY ?? '';
  const path = join(folder, name);
  return folder !== '' && existsSync(path) ? path : '';
}
