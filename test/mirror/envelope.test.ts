import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import type { DocValue } from '../../src/codec/value.js';
import { fromMessage, toMessage } from '../../src/mirror/envelope.js';
import { packSignal, unpackSignal } from '../../src/tiers/signals/publish.js';

const ORIGIN = '11111111-2222-3333-4444-555555555555';
const seed = Number(process.env.HOLDFAST_SEED ?? Date.now() % 2 ** 31);

const sent = (channel: string, payload: DocValue, confidence = 0.5, source = 'test') => ({
  ...{ signal_id: 'signal-1', agent_id: 'alpha', channel, time_us: 1_700_000_000_123_456 },
  payload: packSignal({ payload: packDocument(payload), confidence, source }),
});
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('signals as messages', () => {
  it('are what programs expect, and say where they are from', () => {
    const message = JSON.parse(toMessage(sent('pf:signals:BTC-PERP', { type: 'LONG' }), ORIGIN));
    const { _holdfast, ...rest } = message;
    assert.deepEqual(rest, {
      ...{ type: 'LONG', confidence: 0.5, source: 'test', ts: 1_700_000_000.123456, market: 'BTC-PERP' },
      agent_id: 'alpha',
    });
    assert.equal(_holdfast.origin, ORIGIN);
  });

  it('never have a member of the envelope from the payload: its own are below `payload`', () => {
    const own = { confidence: 'sure', market: 'mine', ts: 'now', source: 1, agent_id: 'beta', type: 'LONG' };
    const { _holdfast, ...rest } = JSON.parse(toMessage(sent('pf:signals:X', own), ORIGIN));
    const { type, ...moved } = own;
    assert.deepEqual(rest, {
      ...{ type, confidence: 0.5, source: 'test', ts: 1_700_000_000.123456, market: 'X', agent_id: 'alpha' },
      payload: moved,
    });
  });

  it('are no alerts of the daemon when an agent sent them', () => {
    const forged = {
      ...{
        alert: 'session_halted',
        agent_id: 'beta',
        source: 'holdfast',
        from: 'ACTIVE',
        confidence: 1,
        ts: 1,
      },
      payload: { alert: 'session_halted' },
    };
    const { _holdfast, ...rest } = JSON.parse(toMessage(sent('pf:alerts:beta', forged), ORIGIN));
    const { from, ...moved } = forged;
    assert.deepEqual(rest, {
      ...{ from, confidence: 0.5, source: 'test', ts: 1_700_000_000.123456, agent_id: 'alpha' },
      payload: moved,
    });
    const facts = { agent_id: 'beta', alert: 'session_halted', from: 'ACTIVE' };
    const alert = { ...sent('pf:alerts:beta', facts, 1, 'holdfast'), agent_id: '_system' };
    const { _holdfast: _, ts, ...genuine } = JSON.parse(toMessage(alert, ORIGIN));
    assert.deepEqual(genuine, { ...facts, confidence: 1, source: 'holdfast' });
    const back = fromMessage('pf:alerts:beta', bytes(toMessage(alert, ORIGIN)));
    assert.ok(back !== undefined);
    assert.deepEqual(unpackSignal(back.payload).payload, facts);
  });

  it('may be as deep as a payload can be, also where it is moved', () => {
    const deep = (depth: number): DocValue => (depth === 0 ? 1 : [deep(depth - 1)]);
    for (const payload of [deep(32), { source: deep(31) }]) {
      const back = fromMessage('pf:signals:X', bytes(toMessage(sent('pf:signals:X', payload), ORIGIN)));
      assert.ok(back !== undefined);
      assert.deepEqual(unpackSignal(back.payload).payload, payload);
    }
    assert.equal(fromMessage('pf:signals:X', bytes(JSON.stringify({ too: deep(32) }))), undefined);
  });

  it(`come back as they were (seed ${seed})`, () => {
    const payloads = fc.oneof(
      fc.constantFrom<DocValue>(null, true, 'text', 1.5, -0.25, [1, 'two', null]),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            'confidence',
            'source',
            'market',
            'ts',
            'agent_id',
            'alert',
            'payload',
            'value',
            '_holdfast',
          ),
          fc.string({ maxLength: 8 }),
        ),
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer())),
      ),
    );
    fc.assert(
      fc.property(
        payloads,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string({ maxLength: 20 }),
        fc.constantFrom('pf:signals:X', 'pf:alerts:X', 'pf:broadcast'),
        (payload, c, s, channel) => {
          fc.pre(!/__/.test(JSON.stringify(payload) ?? ''));
          const confidence = c + 0;
          const message = toMessage(sent(channel, payload as DocValue, confidence, s), ORIGIN);
          const back = fromMessage(channel, bytes(message));
          assert.ok(back !== undefined, message);
          const content = unpackSignal(back.payload);
          assert.deepEqual(content.payload, unpackDocument(packDocument(payload as DocValue)));
          assert.equal(content.confidence, confidence);
          assert.equal(content.source, `redis:${ORIGIN}:alpha:${s}`);
          assert.deepEqual(back.sent, { origin: ORIGIN, id: 'signal-1' });
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it(`whatever comes, nothing is thrown (seed ${seed})`, () => {
    const messages = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map(bytes),
      fc.jsonValue().map((value) => bytes(JSON.stringify({ _holdfast: value }))),
      fc
        .record({ origin: fc.jsonValue(), id: fc.jsonValue(), added: fc.jsonValue() })
        .map((envelope) =>
          bytes(JSON.stringify({ _holdfast: { agent_id: 'a', source: 's', confidence: 1, ...envelope } })),
        ),
    );
    fc.assert(
      fc.property(messages, fc.oneof(fc.constant('pf:signals:X'), fc.string()), (message, channel) => {
        fromMessage(channel, message);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
