/** How a client proves who it is, and knows whom it talks to: a token with every call, TLS beneath it. */
import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { type ChannelCredentials, credentials, Metadata } from '@grpc/grpc-js';
import { refuseLocally } from './errors.js';

/** Contents of PEM files. */
export interface TlsOptions {
  /** Authorities that the daemon's certificate is checked against; the system's by default. */
  readonly ca?: Uint8Array | undefined;
  /** The client's own certificate and key, for a daemon that asks for one. */
  readonly cert?: Uint8Array | undefined;
  readonly key?: Uint8Array | undefined;
}

export interface SecurityOptions {
  /** `hf_<id>_<secret>`; default HOLDFAST_TOKEN, or none. */
  readonly token?: string | undefined;
  /**
   * Over TCP: encrypt. True = with the system's authorities. Default: what the files named by HOLDFAST_TLS_CA,
   * HOLDFAST_TLS_CERT and HOLDFAST_TLS_KEY say; without them no TLS.
   */
  readonly tls?: TlsOptions | boolean | undefined;
}

export interface Security {
  readonly channel: ChannelCredentials;
  /** The metadata of a call. */
  readonly metadata: () => Metadata;
}

const TOKEN = /^hf_[A-Za-z0-9-]{1,64}_[0-9a-f]{64}$/;

/**
 * @param target as gRPC names it: `unix:PATH` or `HOST:PORT`.
 * @throws HoldfastError INVALID_FIELD for what is no token, and for a token that would leave the machine in clear. No error
 *   says what the token is.
 */
export function securityOf(target: string, options: SecurityOptions, env: NodeJS.ProcessEnv): Security {
  const is_unix = target.startsWith('unix:');
  const tls = is_unix ? undefined : (options.tls ?? tlsFromEnvironment(env));
  const token = options.token ?? (env.HOLDFAST_TOKEN || undefined);
  const has_tls = tls !== undefined && tls !== false;
  if (token !== undefined) {
    if (!TOKEN.test(token))
      throw refuseLocally('INVALID_FIELD', 'token: is not of the form hf_<id>_<secret>');
    if (!is_unix && !has_tls && !isLoopback(target)) {
      const problem = 'token: is sent in clear to no other machine; set tls, or HOLDFAST_TLS_CA';
      throw refuseLocally('INVALID_FIELD', problem);
    }
  }
  const channel = has_tls ? sslOf(tls === true ? {} : tls) : credentials.createInsecure();
  const metadata = (): Metadata => {
    const made = new Metadata();
    if (token !== undefined) made.set('authorization', `Bearer ${token}`);
    return made;
  };
  return { channel, metadata };
}

function sslOf({ ca, cert, key }: TlsOptions): ChannelCredentials {
  const buffer = (bytes: Uint8Array | undefined) => (bytes === undefined ? null : Buffer.from(bytes));
  return credentials.createSsl(buffer(ca), buffer(key), buffer(cert));
}

function tlsFromEnvironment(env: NodeJS.ProcessEnv): TlsOptions | undefined {
  const read = (name: string): Buffer | undefined => {
    const path = env[name] ?? '';
    return path === '' ? undefined : readFileSync(path);
  };
  const [ca, cert, key] = [read('HOLDFAST_TLS_CA'), read('HOLDFAST_TLS_CERT'), read('HOLDFAST_TLS_KEY')];
  return ca === undefined && cert === undefined ? undefined : { ca, cert, key };
}

function isLoopback(target: string): boolean {
  const host = target.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
