/**
 * Consumers and their deliveries.
 *
 * Invariants: a signal after `begins` that matches is in exactly one of three places: after the cursor (it waits), in a
 * row of signal_deliveries (pending, or a dead letter), or acknowledged, which leaves no trace but the cursor. The cursor
 * never goes back; a delivery is written before it is sent.
 */
import { HoldfastError } from '../../errors.js';
import { lastPositionOf } from '../../journal/position.js';
import type { Db, Statement } from '../../store/db.js';
import type { Tx } from '../command.js';
import { type CountConsumer, consumerCounts } from './counts.js';
import { noConsumer } from './errors.js';
import {
  type ConsumerRow,
  type ConsumerView,
  type DeliverArgs,
  type Delivered,
  MAX_CONSUMERS,
  MAX_PENDING,
  type PutConsumerArgs,
} from './types.js';

export const CONSUMER_COLUMNS = `position, agent_id, name, patterns, min_confidence, ack_timeout_us, max_deliveries, begins,
  cursor, put_position, changed_position`;

export class Consumers {
  readonly #counts: CountConsumer;
  readonly #find: Statement<[string, string], ConsumerRow>;
  readonly #at: Statement<[number], ConsumerRow>;
  readonly #number: Statement<[string], number>;
  readonly #insert: Statement<[ConsumerRow]>;
  readonly #update: Statement<[ConsumerRow]>;
  readonly #touch: Statement<[number, number, number]>;
  readonly #remark: Statement<[number, number]>;
  readonly #remove: Statement<[number]>;
  readonly #remove_deliveries: Statement<[number]>;
  readonly #due: Statement<[number, number, number], { position: number; deliveries: number }>;
  readonly #deliver_again: Statement<[number, number, number, number, number]>;
  readonly #deliver: Statement<[number, number, number, number]>;

  constructor(db: Db) {
    this.#counts = consumerCounts(db);
    this.#find = db.prepare(
      `SELECT ${CONSUMER_COLUMNS} FROM signal_consumers WHERE agent_id = ? AND name = ?`,
    );
    this.#at = db.prepare(`SELECT ${CONSUMER_COLUMNS} FROM signal_consumers WHERE position = ?`);
    this.#number = db
      .prepare<[string], number>('SELECT count(*) FROM signal_consumers WHERE agent_id = ?')
      .pluck();
    this.#insert = db.prepare(
      `INSERT INTO signal_consumers (${CONSUMER_COLUMNS}) VALUES (:position, :agent_id, :name, :patterns, :min_confidence,
         :ack_timeout_us, :max_deliveries, :begins, :cursor, :put_position, :changed_position)`,
    );
    this.#update = db.prepare(
      `UPDATE signal_consumers SET patterns = :patterns, min_confidence = :min_confidence, ack_timeout_us = :ack_timeout_us,
         max_deliveries = :max_deliveries, put_position = :put_position, changed_position = :changed_position
       WHERE position = :position`,
    );
    this.#touch = db.prepare(
      'UPDATE signal_consumers SET changed_position = ?, cursor = max(cursor, ?) WHERE position = ?',
    );
    this.#remark = db.prepare(
      'UPDATE signal_deliveries SET is_last = (deliveries >= ?) WHERE consumer = ? AND due_us IS NOT NULL',
    );
    this.#remove = db.prepare('DELETE FROM signal_consumers WHERE position = ?');
    this.#remove_deliveries = db.prepare('DELETE FROM signal_deliveries WHERE consumer = ?');
    this.#due = db.prepare(
      `SELECT position, deliveries FROM signal_deliveries INDEXED BY signal_deliveries_due
       WHERE consumer = ? AND due_us <= ? AND is_last = 0 ORDER BY due_us, position LIMIT ?`,
    );
    this.#deliver_again = db.prepare(
      'UPDATE signal_deliveries SET deliveries = ?, due_us = ?, is_last = ? WHERE consumer = ? AND position = ?',
    );
    // Retention may have dropped the signal since it was looked for.
    this.#deliver = db.prepare(
      `INSERT INTO signal_deliveries (consumer, position, deliveries, due_us, is_last)
       SELECT ?, position, 1, ?, ? FROM signals WHERE position = ?`,
    );
  }

  /** @throws HoldfastError NOT_FOUND. */
  require(tx: Tx, name: string): ConsumerRow {
    const row = this.#find.get(tx.agent_id, name);
    if (row === undefined) throw noConsumer(name);
    return row;
  }

  at(position: number): ConsumerRow | undefined {
    return this.#at.get(position);
  }

  /** Notes that an entry changed the consumer or its deliveries; `cursor` 0 = it stays where it is. */
  touch(consumer: ConsumerRow, position: number, cursor = 0): void {
    this.#touch.run(position, cursor, consumer.position);
  }

  put(tx: Tx, args: PutConsumerArgs): { consumer: ConsumerView; created: boolean } {
    const present = this.#find.get(tx.agent_id, args.name);
    const { name, min_confidence, ack_timeout_us, max_deliveries, from_revision } = args;
    const content = {
      patterns: JSON.stringify(args.patterns),
      min_confidence,
      ack_timeout_us,
      max_deliveries,
    };
    const newest = tx.revision - 1;
    if (from_revision !== null && from_revision > newest) throw inFuture(from_revision, newest);
    if (present === undefined && (this.#number.get(tx.agent_id) ?? 0) >= MAX_CONSUMERS) throw tooMany();
    if (present !== undefined && isSame(present, content)) {
      return { consumer: { ...present, ...this.#counts(present) }, created: false };
    }
    const payload = { ...content, patterns: [...args.patterns], from_revision };
    const { position } = tx.emit('consumer.put', name, payload, 'journal');
    const begins = from_revision === null ? position : lastPositionOf(from_revision);
    const row: ConsumerRow =
      present === undefined
        ? {
            position,
            agent_id: tx.agent_id,
            name,
            begins,
            cursor: begins,
            ...changedAt(position),
            ...content,
          }
        : { ...present, ...changedAt(position), ...content };
    if (present === undefined) this.#insert.run(row);
    else {
      this.#update.run(row);
      this.#remark.run(max_deliveries, row.position);
    }
    return { consumer: { ...row, ...this.#counts(row) }, created: present === undefined };
  }

  delete(tx: Tx, name: string): void {
    const row = this.require(tx, name);
    tx.emit('consumer.deleted', name, {}, 'journal');
    this.#remove_deliveries.run(row.position);
    this.#remove.run(row.position);
  }

  /** First what comes again, then what is new. Nothing when the consumer is gone or another process has taken over. */
  deliver(tx: Tx, args: DeliverArgs): Delivered[] {
    const row = this.#at.get(args.consumer);
    if (row === undefined || row.agent_id !== tx.agent_id || tx.epoch !== args.epoch) return [];
    const due_us = tx.now_us + row.ack_timeout_us;
    const delivered: Delivered[] = [];
    for (const { position, deliveries } of this.#due.all(row.position, tx.now_us, args.max)) {
      const delivery = deliveries + 1;
      const is_last = delivery >= row.max_deliveries ? 1 : 0;
      this.#deliver_again.run(delivery, due_us, is_last, row.position, position);
      delivered.push([position, delivery, due_us]);
    }
    const cursor = this.#deliverNew(row, args, due_us, delivered);
    if (delivered.length === 0) return [];
    const payload = { signals: delivered.map(([position, delivery]) => [position, delivery]), cursor };
    const { position } = tx.emit('consumer.delivered', row.name, payload, 'journal');
    this.touch(row, position, cursor);
    return delivered;
  }

  /** Adds to `delivered`; returns the cursor afterwards. */
  #deliverNew(row: ConsumerRow, args: DeliverArgs, due_us: number, delivered: Delivered[]): number {
    if (row.put_position !== args.put_position) return row.cursor;
    const candidates = args.candidates.filter((position) => position > row.cursor);
    const room = Math.min(args.max - delivered.length, MAX_PENDING - this.#counts(row, 0).pending);
    const taken = candidates.slice(0, Math.max(0, room));
    const is_last = row.max_deliveries <= 1 ? 1 : 0;
    for (const position of taken) {
      if (this.#deliver.run(row.position, due_us, is_last, position).changes === 0) continue;
      delivered.push([position, 1, due_us]);
    }
    const scanned = taken.length === candidates.length ? args.scanned : (taken.at(-1) ?? 0);
    return Math.max(row.cursor, scanned);
  }
}

function changedAt(position: number): { put_position: number; changed_position: number } {
  return { put_position: position, changed_position: position };
}

function isSame(
  row: ConsumerRow,
  content: Pick<ConsumerRow, 'patterns' | 'min_confidence' | 'ack_timeout_us' | 'max_deliveries'>,
): boolean {
  return (
    row.patterns === content.patterns &&
    row.min_confidence === content.min_confidence &&
    row.ack_timeout_us === content.ack_timeout_us &&
    row.max_deliveries === content.max_deliveries
  );
}

function inFuture(from_revision: number, newest: number): HoldfastError {
  const message = `from_revision: ${from_revision} is above the newest, ${newest}`;
  const metadata = { newest: String(newest) };
  return new HoldfastError('REVISION_IN_FUTURE', message, { field: 'from_revision', metadata });
}

function tooMany(): HoldfastError {
  return new HoldfastError('TOO_MANY', `an agent may have at most ${MAX_CONSUMERS} consumers`, {
    field: 'name',
    metadata: { limit: String(MAX_CONSUMERS) },
  });
}
