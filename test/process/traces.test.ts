/** Spans of a real daemon, received by a local server that speaks OTLP over HTTP. The packages are optional; without them this skips. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/paths.js';
import { serviceDefinition } from '../../src/rpc/proto.js';
import { removeFolder, startDaemon } from '../support/daemon.js';
import { refusal } from '../support/rawClient.js';
import { putState, requestId, until, withClient } from '../support/work.js';

const is_installed = existsSync(
  join(packageRoot, 'node_modules', '@opentelemetry', 'exporter-trace-otlp-http'),
);
const skip = is_installed ? false : 'the optional packages of traces are not installed';

interface Received {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: { key: string; value: { stringValue?: string } }[];
  readonly status: { code?: number };
}

const attribute = ({ attributes }: Received, key: string): string | undefined =>
  attributes.find((one) => one.key === key)?.value.stringValue;

const MEMORY = 'Only the maker pays no fee on Tuesdays.';

test('a span for each call under its caller’s, spans for what it waited for, nothing of its contents', {
  skip,
  timeout: 60_000,
}, async () => {
  const spans: Received[] = [];
  const bodies: string[] = [];
  const collector = createServer(async (request, response) => {
    const body = await text(request);
    bodies.push(body);
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const daemon = await startDaemon({ args: ['--otlp-endpoint', `http://127.0.0.1:${port}`] });
  const trace = 'a'.repeat(32);
  try {
    await withClient(daemon.address, async (client) => {
      await client.call('Semantic', 'StoreMemory', {
        agent_id: 'secret-agent',
        request_id: requestId(),
        memory: { content: MEMORY },
      });
      await client.call('Semantic', 'RecallMemories', { agent_id: 'secret-agent', query: MEMORY });
      await refusal(client.call('State', 'GetState', { agent_id: 'secret-agent', name: 'nowhere' }));
    });
    await putWithTrace(daemon.address, `00-${trace}-${'b'.repeat(16)}-01`);
    const rpc = (method: string) => spans.find(({ name }) => name.endsWith(`/${method}`));
    await until(() => ['StoreMemory', 'RecallMemories', 'GetState', 'PutState'].every((one) => rpc(one)));

    const put = rpc('PutState');
    assert.deepEqual([put?.traceId, put?.parentSpanId], [trace, 'b'.repeat(16)]);
    const inside = (method: string) =>
      spans.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === rpc(method)?.spanId);
    assert.deepEqual(
      inside('PutState').map(({ name }) => name),
      ['queue', 'commit'],
    );
    assert.deepEqual(new Set(inside('RecallMemories').map(({ name }) => name)), new Set(['embed', 'scan']));
    assert.ok(inside('StoreMemory').some(({ name }) => name === 'embed'));
    for (const method of ['PutState', 'RecallMemories', 'StoreMemory']) {
      const outer = rpc(method);
      assert.ok(outer);
      for (const part of inside(method)) {
        assert.equal(part.traceId, outer.traceId);
        assert.ok(BigInt(part.startTimeUnixNano) <= BigInt(part.endTimeUnixNano));
        assert.ok(BigInt(part.endTimeUnixNano) <= BigInt(outer.endTimeUnixNano) + 1_000_000n);
      }
    }
    const failed = rpc('GetState');
    assert.ok(failed);
    assert.deepEqual([attribute(failed, 'rpc.response.status_code'), failed.status.code], ['NOT_FOUND', 2]);
    assert.equal(attribute(failed, 'rpc.service'), 'holdfast.v1.State');
  } finally {
    assert.equal(await daemon.stop(), 0);
    collector.close();
    collector.closeAllConnections();
    removeFolder(daemon.state_dir);
  }
  for (const body of bodies) assert.doesNotMatch(body, /secret-agent|maker|nowhere/);
});

/** A PutState whose caller is part of a trace. */
async function putWithTrace(address: string, traceparent: string): Promise<void> {
  const definition = serviceDefinition('State').PutState;
  assert.ok(definition);
  const client = new Client(address, credentials.createInsecure());
  const metadata = new Metadata();
  metadata.set('traceparent', traceparent);
  const request = { agent_id: 'a', request_id: requestId(), name: 's', document: { json: '{}' } };
  await new Promise<void>((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = definition;
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, metadata, (error) =>
      error === null ? resolve() : reject(error),
    );
  });
  client.close();
}

test('a collector that answers nothing, and one that is not there, hold up neither calls nor the stop', {
  skip,
  timeout: 60_000,
}, async () => {
  const silent = createTcpServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  for (const endpoint of [`http://127.0.0.1:${port}`, 'http://127.0.0.1:1']) {
    const daemon = await startDaemon({ args: ['--otlp-endpoint', endpoint] });
    await withClient(daemon.address, async (client) => {
      // More than the queue of spans holds.
      for (let round = 0; round < 15; round += 1)
        await Promise.all(Array.from({ length: 100 }, () => putState(client, requestId())));
    });
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
  }
  silent.close();
});

for (const url of [
  '127.0.0.1:4318',
  'ftp://127.0.0.1',
  'http://user:word@127.0.0.1:4318',
  'http://127.0.0.1/?key=x',
])
  test(`${url.replace('word', '...')} is no endpoint`, () =>
    assert.throws(() => readConfig(['--otlp-endpoint', url], {}), /otlp-endpoint/));
