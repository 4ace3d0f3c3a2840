/** Reads /metrics of a daemon under test. */
import assert from 'node:assert/strict';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { TestDaemon } from '../support/daemon.js';
import { type Family, parseExposition } from './exposition.js';

/** The address that the daemon says it answers metrics on. */
export function metricsAddress(daemon: TestDaemon): { host: string; port: number } {
  const [, port] = /"address":"127\.0\.0\.1:(\d+)","msg":"metrics"/.exec(daemon.log()) ?? [];
  assert.ok(port, daemon.log());
  return { host: '127.0.0.1', port: Number(port) };
}

export async function ask(
  target: object,
  method = 'GET',
  path = '/metrics',
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; body: string; type: string | undefined }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ ...target, method, path, headers, agent: new Agent() }, resolve)
      .on('error', reject)
      .end();
  });
  return { status: response.statusCode, body: await text(response), type: response.headers['content-type'] };
}

export async function scrape(target: object): Promise<Map<string, Family>> {
  const { status, body, type } = await ask(target);
  assert.equal(status, 200);
  assert.match(type ?? '', /^text\/plain; version=0\.0\.4/);
  return parseExposition(body);
}

export function family(families: Map<string, Family>, name: string): Family {
  const found = families.get(name);
  assert.ok(found, name);
  return found;
}

/** The value of the one sample with these labels. */
export function value(
  families: Map<string, Family>,
  name: string,
  labels: Record<string, string> = {},
): number | undefined {
  return family(families, name).samples.find((sample) =>
    Object.entries(labels).every(([key, wanted]) => sample.labels[key] === wanted),
  )?.value;
}
