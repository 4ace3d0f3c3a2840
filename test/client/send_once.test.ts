/** sendOnce inside executeOnce: what is done, what certainly is not, and what nobody knows. */
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  DefinitelyDidNotHappen,
  Holdfast,
  HttpOutcomeUnknownError,
  OperationOutcomeUnknownError,
  type SendOnceOptions,
  sendOnce,
} from '@holdfast/client';
import { answer, BadServer, type Behaviour } from '../support/bad_server.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';

describe('an HTTP request made once', () => {
  let server: BadServer;
  let daemon: TestDaemon;
  let holdfast: Holdfast;
  let orders = 0;
  const place = (options: SendOnceOptions = {}, url = `${server.base_url}/orders`, n = ++orders) =>
    holdfast.executeOnce('exchange.order', { n }, (attempt) =>
      sendOnce(attempt, url, { body: { n }, timeout_ms: 300, ...options }),
    );
  const statusOf = async (n: number) => {
    const { operations } = await holdfast.operations.listOperations({});
    const found = operations.find(({ params }) => JSON.parse(params?.json ?? '{}').n === n);
    return found?.status.replace('OPERATION_STATUS_', '');
  };

  before(async () => {
    server = await BadServer.start();
    daemon = await startDaemon();
    holdfast = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
  });
  after(async () => {
    holdfast.close();
    await daemon.stop();
    await server.close();
    removeFolder(daemon.state_dir);
  });

  it('sends the operation’s client_order_id and returns the reply, once', async () => {
    server.behave(answer(201, { id: 'order-1' }));
    const first = await place({}, undefined, 1000);
    const again = await place({}, undefined, 1000);
    assert.deepEqual(
      [first.result, first.executed, again.result, again.executed],
      [{ id: 'order-1' }, true, { id: 'order-1' }, false],
    );
    assert.equal(server.asked.length, 1);
    assert.equal(server.asked[0]?.headers['idempotency-key'], first.operation.client_order_id);
  });

  it('takes a refusal for one only where the caller says that it is', async () => {
    server.behave(answer(422, { error: 'insufficient margin' }));
    const n = ++orders;
    await assert.rejects(place({ refused: [422] }, undefined, n), DefinitelyDidNotHappen);
    assert.equal(await statusOf(n), 'FAILED');
    await assert.rejects(place(), unknownWith(422));
    assert.equal(await statusOf(orders), 'IN_FLIGHT');
  });

  it('knows that what could not be connected was not sent', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    await assert.rejects(place({}, `http://127.0.0.1:${port}/`), DefinitelyDidNotHappen);
    assert.equal(await statusOf(orders), 'FAILED');
  });

  const UNKNOWN: readonly (readonly [string, Behaviour, number | undefined])[] = [
    ['500', answer(500, {}), 500],
    ['429', answer(429, {}), 429],
    ['409', answer(409, {}), 409],
    ['a redirect', answer(302, '', { location: '/other' }), 302],
    ['no JSON', answer(200, 'done', {}), 200],
    ['a timeout', () => {}, undefined],
    ['a cut connection', (request) => request.socket.destroy(), undefined],
    [
      'a cut reply',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"a":', () => response.destroy());
      },
      200,
    ],
  ];
  for (const [name, behaviour, status] of UNKNOWN) {
    it(`leaves the outcome open after ${name}`, async () => {
      server.behave(behaviour);
      await assert.rejects(place(), unknownWith(status));
      assert.equal(server.asked.length, 1, 'it is not sent again by itself');
      assert.equal(await statusOf(orders), 'IN_FLIGHT');
    });
  }
});

function unknownWith(status: number | undefined): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof OperationOutcomeUnknownError, String(error));
    assert.ok(error.cause instanceof HttpOutcomeUnknownError, String(error.cause));
    assert.equal(error.cause.status, status);
    return true;
  };
}
