/** sendOnce inside executeOnce: what is done, what certainly is not, and what nobody knows. */
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  Decimal,
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

  it('knows the same of a name with several addresses', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    await assert.rejects(place({}, `http://localhost:${port}/`), DefinitelyDidNotHappen);
  });

  it('knows that what could not be made was not sent', async () => {
    server.behave(answer(200, {}));
    const wrong: SendOnceOptions[] = [{ body: { n: 1n } }, { headers: { 'a b': 'c' } }, { timeout_ms: -1 }];
    for (const options of wrong) {
      await assert.rejects(place(options), DefinitelyDidNotHappen);
      assert.equal(await statusOf(orders), 'FAILED');
    }
    await assert.rejects(place({}, 'nonsense'), DefinitelyDidNotHappen);
    assert.equal(server.asked.length, 0);
  });

  it('goes by the system call, for a read may end with the code of a failed connection', async (t) => {
    const cause = Object.assign(new Error('read EHOSTUNREACH'), { code: 'EHOSTUNREACH', syscall: 'read' });
    // No network of a test can lose its route in the middle of a reply.
    t.mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('fetch failed', { cause })));
    await assert.rejects(place(), unknownWith(undefined));
    assert.equal(await statusOf(orders), 'IN_FLIGHT');
  });

  it('sends one key, whatever headers the caller gives', async () => {
    server.behave(answer(200, {}));
    const { operation } = await place({ headers: { 'Idempotency-Key': 'mine', 'X-Own': 'own' } });
    const { headers } = server.asked[0] ?? {};
    assert.deepEqual([headers?.['idempotency-key'], headers?.['x-own']], [operation.client_order_id, 'own']);
  });

  it('takes only a 4xx for a refusal', async () => {
    server.behave(answer(503, {}));
    await assert.rejects(place({ refused: [503] }), unknownWith(503));
  });

  it('loses no digit of a reply on its way to the record and back', async () => {
    const text =
      '{"id":12345678901234567890,"px":0.1,"qty":1234567890.123456789012345678,"text":"12345678901234567890"}';
    server.behave(answer(200, text));
    const n = ++orders;
    for (const { result } of [await place({}, undefined, n), await place({}, undefined, n)])
      assert.deepEqual(result, {
        id: 12345678901234567890n,
        px: 0.1,
        qty: new Decimal('1234567890.123456789012345678'),
        text: '12345678901234567890',
      });
    assert.equal(server.asked.length, 1);
  });

  const UNKNOWN: readonly (readonly [string, Behaviour, number | undefined])[] = [
    ['500', answer(500, {}), 500],
    ['429', answer(429, {}), 429],
    ['409', answer(409, {}), 409],
    ['a redirect', answer(302, '', { location: '/other' }), 302],
    ['no JSON', answer(200, 'done', {}), 200],
    ['a number that nothing holds', answer(200, `{"n":0.${'1'.repeat(70)}}`), 200],
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
