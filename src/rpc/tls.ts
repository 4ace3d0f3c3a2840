/** The certificate of TCP listeners, read again when its files change or somebody asks. */
import { createSecureContext } from 'node:tls';
import type { Logger } from 'pino';
import { ChangedFiles } from '../access/changed_files.js';
import type { AccessConfig } from '../config_access.js';
import { readOptionFile, wrongOptionFile } from '../option_files.js';

type TlsConfig = Pick<AccessConfig, 'tls_cert_file' | 'tls_key_file' | 'tls_client_ca_file'>;

export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
  readonly ca?: string;
  readonly requestCert: boolean;
  readonly rejectUnauthorized: boolean;
  readonly minVersion: 'TLSv1.2';
  readonly ALPNProtocols: string[];
}

export class Tls {
  options: TlsOptions;
  readonly #config: TlsConfig;
  readonly #log: Logger;
  readonly #changed: ChangedFiles;
  readonly #listeners: ((options: TlsOptions) => void)[] = [];

  /** @throws HoldfastError INVALID_FIELD when the files do not make a certificate. */
  constructor(config: TlsConfig, log: Logger) {
    this.#config = config;
    this.#log = log;
    this.options = read(config);
    const { tls_cert_file, tls_key_file, tls_client_ca_file } = config;
    this.#changed = new ChangedFiles([tls_cert_file, tls_key_file, tls_client_ca_file], () => this.reload());
  }

  onChange(listener: (options: TlsOptions) => void): void {
    this.#listeners.push(listener);
  }

  /** For connections from now on. Files that make no certificate, or not yet, leave things as they are. */
  reload(): void {
    try {
      this.options = read(this.#config);
      for (const listener of this.#listeners) listener(this.options);
      this.#log.info({ tls_cert_file: this.#config.tls_cert_file }, 'certificate read');
    } catch (error) {
      this.#log.error({ err: error }, 'the certificate cannot be read: the one before is still used');
    }
  }

  close(): void {
    this.#changed.close();
  }
}

/** @throws HoldfastError INVALID_FIELD. */
function read({ tls_cert_file, tls_key_file, tls_client_ca_file }: TlsConfig): TlsOptions {
  const wants_client = tls_client_ca_file !== '';
  const options: TlsOptions = {
    cert: readOptionFile('tls-cert-file', tls_cert_file),
    key: readOptionFile('tls-key-file', tls_key_file),
    ...(wants_client && { ca: readOptionFile('tls-client-ca-file', tls_client_ca_file) }),
    requestCert: wants_client,
    rejectUnauthorized: wants_client,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['h2'],
  };
  try {
    // Fails here rather than at the first connection.
    createSecureContext(options);
  } catch (error) {
    throw wrongOptionFile(
      'tls-cert-file',
      tls_cert_file,
      error instanceof Error ? error.message : String(error),
    );
  }
  return options;
}
