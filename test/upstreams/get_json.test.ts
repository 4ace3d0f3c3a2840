/** What goes over connections that are kept. The rest of an upstream's bad ways is in test/process/upstreams.test.ts. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import { getJson } from '../../src/upstreams/get_json.js';
import { answer, BadServer } from '../support/bad_server.js';

describe('a connection that is kept', () => {
  let server: BadServer;
  const get = () =>
    getJson({
      upstream: 'up',
      url: new URL(`${server.base_url}/r`),
      headers: {},
      timeout_ms: 5000,
      max_reply_bytes: 1000,
    });
  beforeEach(async () => {
    server = await BadServer.start();
  });
  afterEach(() => server.close());

  it('is used again', async () => {
    const sockets = new Set<Socket>();
    server.behave((request, response) => {
      sockets.add(request.socket);
      answer(200, {})(request, response);
    });
    await get();
    await get();
    assert.deepEqual([server.asked.length, sockets.size], [2, 1]);
  });

  it('may be closed by the server the moment it is used again, which costs nothing', async () => {
    const used = new Set<Socket>();
    server.behave((request, response) => {
      if (used.has(request.socket)) request.socket.destroy();
      else answer(200, {})(request, response);
      used.add(request.socket);
    });
    await get();
    await get();
    assert.deepEqual([server.asked.length, used.size], [3, 2]);
  });

  it('is given up when a new one is closed as well', async () => {
    server.behave(answer(200, {}));
    await get();
    server.behave((request) => request.socket.destroy());
    for (const requests of [2, 1]) {
      server.asked.length = 0;
      await assert.rejects(get(), (error) => {
        assert.ok(error instanceof HoldfastError);
        assert.equal(error.reason, 'UPSTREAM_UNAVAILABLE');
        return true;
      });
      assert.equal(server.asked.length, requests);
    }
  });
});
