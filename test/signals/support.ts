/** Signals and consumers on a TestStore; a consumer is read as an open stream would read it. */
import { packDocument } from '../../src/codec/msgpack.js';
import type { DocObject, DocValue } from '../../src/codec/value.js';
import { lastPositionOf } from '../../src/journal/position.js';
import { compilePatterns } from '../../src/tiers/signals/patterns.js';
import { unpackSignal } from '../../src/tiers/signals/publish.js';
import type { ConsumerView, DeliverArgs, PutConsumerArgs } from '../../src/tiers/signals/types.js';
import { type RunOptions, TestStore } from '../support/executor.js';

export const SECOND_US = 1_000_000;

export const CONSUMER: PutConsumerArgs = {
  name: 'c',
  patterns: ['pf:signals:*'],
  min_confidence: 0,
  ack_timeout_us: 30 * SECOND_US,
  max_deliveries: 3,
  from_revision: null,
};

export interface Heard {
  readonly channel: string;
  readonly agent_id: string;
  readonly payload: DocValue;
}

export class Exchange extends TestStore {
  publish(channel: string, payload: DocValue = {}, confidence = 1, options: RunOptions = {}): number {
    return this.run('publish', publishArgs(channel, payload, confidence), options).position;
  }

  consumer(args: Partial<PutConsumerArgs> = {}, options: RunOptions = {}) {
    return this.run('put_consumer', { ...CONSUMER, ...args }, options);
  }

  view(name = 'c', agent_id = 'agent-1'): ConsumerView {
    return this.reads.snapshot(0, ({ signals }) => {
      const row = signals.consumer(agent_id, name);
      if (row === undefined) throw new Error(`no consumer ${name}`);
      return signals.view(row);
    });
  }

  /** What a stream would ask the writer for now. */
  look(name = 'c', max = 100, agent_id = 'agent-1'): DeliverArgs {
    const row = this.view(name, agent_id);
    return this.reads.snapshot(0, ({ signals, operations }, revision) => {
      const matches = compilePatterns(JSON.parse(row.patterns) as string[]);
      const candidates: number[] = [];
      let scanned = row.cursor;
      while (scanned < lastPositionOf(revision)) {
        const page = signals.heads(scanned, lastPositionOf(revision));
        for (const { position, channel, confidence } of page.heads)
          if (confidence >= row.min_confidence && matches(channel)) candidates.push(position);
        scanned = page.scanned;
      }
      const { position: consumer, put_position } = row;
      return { consumer, put_position, candidates, scanned, max, epoch: operations.epoch(agent_id) };
    });
  }

  deliver(name = 'c', max = 100, agent_id = 'agent-1') {
    return this.run('deliver_signals', this.look(name, max, agent_id), { agent_id, request_id: '' })
      .delivered;
  }

  /** Every kept signal of a channel, oldest first. */
  heard(channel: string): Heard[] {
    return this.reads.snapshot(0, ({ signals }) =>
      [...signals.newestFirst(Number.MAX_SAFE_INTEGER)].reverse().flatMap((head) => {
        const row = head.channel === channel ? signals.get(head.position) : undefined;
        if (row === undefined) return [];
        return [{ channel, agent_id: row.agent_id, payload: unpackSignal(row.payload).payload }];
      }),
    );
  }

  /** What an agent was alerted of, oldest first. */
  alerts(agent_id = 'agent-1'): DocObject[] {
    return this.heard(`pf:alerts:${agent_id}`).map(({ payload }) => payload as DocObject);
  }

  sweep(): void {
    this.run('sweep', {}, { agent_id: '_system', request_id: '' });
  }

  findings(): string[] {
    return this.scans
      .verify({ skip_integrity_check: false }, () => {})
      .findings.map(({ message }) => message);
  }
}

export function publishArgs(channel: string, payload: DocValue = {}, confidence = 1) {
  return { channel, payload: packDocument(payload), confidence, source: 'test' };
}
