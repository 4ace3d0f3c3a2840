/**
 * GET /metrics over plain HTTP, on loopback or a Unix socket, and nothing else. It says nothing secret, so it asks for no token;
 * it is bounded, because anybody on this machine may connect where it listens on loopback.
 */
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { wrongOptionFile } from '../option_files.js';
import { systemWords } from '../system_words.js';
import type { Metrics } from './metrics.js';

const MAX_CONNECTIONS = 16;
const MAX_HEADER_BYTES = 8192;
const PATIENCE_MS = 5000;

export class MetricsServer {
  readonly #server: Server;
  /** Where it listens, with the port that was chosen for port 0. */
  readonly address: string;

  private constructor(server: Server, address: string) {
    this.#server = server;
    this.address = address;
  }

  /** @throws HoldfastError INVALID_FIELD when the address cannot be listened on. */
  static async listen(metrics: Metrics, address: string): Promise<MetricsServer> {
    const server = createServer({
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: PATIENCE_MS,
      requestTimeout: PATIENCE_MS,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: PATIENCE_MS,
    });
    server.maxConnections = MAX_CONNECTIONS;
    // A client that sends or reads nothing keeps one of the few connections only for so long.
    server.setTimeout(2 * PATIENCE_MS);
    server.on('request', ({ method, url }, response) => {
      const status = url !== '/metrics' ? 404 : method !== 'GET' ? 405 : 200;
      const text = status === 200 ? metrics.render() : '';
      response.writeHead(status, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'content-length': Buffer.byteLength(text),
        // What a request still sends is not waited for.
        ...(status !== 200 && { connection: 'close' }),
      });
      response.end(text);
    });
    const path = address.startsWith('unix:') ? address.slice('unix:'.length) : undefined;
    try {
      if (path !== undefined) await removeDeadSocket(path);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(path === undefined ? hostAndPort(address) : { path }, resolve);
      });
      if (path !== undefined) chmodSync(path, 0o600);
    } catch (error) {
      throw wrongOptionFile('metrics-listen', address, systemWords(error));
    }
    const bound =
      path === undefined ? address.replace(/:\d+$/, `:${(server.address() as AddressInfo).port}`) : address;
    return new MetricsServer(server, bound);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}

function hostAndPort(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[(.*)\]$/, '$1'), port: Number(address.slice(at + 1)) };
}

/** A killed daemon leaves its socket behind; one that still answers belongs to somebody. */
async function removeDeadSocket(path: string): Promise<void> {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSocket()) return;
  await new Promise<void>((resolve, reject) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      reject(new Error(`${path} is in use`));
    });
    probe.once('error', () => resolve());
  });
  unlinkSync(path);
}
