/** What becomes of deliveries: acknowledged, given back, given up on, handed out again. */
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import type { Tx } from '../command.js';
import type { Consumers } from './consumers.js';
import { notDelivered } from './errors.js';
import { compilePatterns } from './patterns.js';
import { signalId } from './publish.js';
import {
  type AckArgs,
  type ConsumerRow,
  MAX_DEAD,
  MAX_SIGNALS_AT_ONCE,
  type NackArgs,
  type SignalIdsArgs,
} from './types.js';

interface DeliveryRow {
  readonly consumer: number;
  readonly position: number;
  /** Null = a dead letter. */
  readonly due_us: number | null;
  readonly is_last: number;
}

/** Deliveries that one sweep gives up on. */
const MAX_SWEPT = 500;

export class Settlements {
  readonly #consumers: Consumers;
  readonly #find: Statement<[number, number], DeliveryRow>;
  readonly #signal: Statement<[number], { channel: string; confidence: number }>;
  readonly #dropped: Statement<[], number>;
  readonly #remove: Statement<[number, number]>;
  readonly #due_at: Statement<[number, number, number]>;
  readonly #bury: Statement<[number, number]>;
  readonly #revive: Statement<[number, number, number]>;
  readonly #dead: Statement<[number, number], number>;
  readonly #dead_count: Statement<[number], number>;
  readonly #ending: Statement<[number], DeliveryRow>;

  constructor(db: Db, consumers: Consumers) {
    this.#consumers = consumers;
    this.#find = db.prepare(
      'SELECT consumer, position, due_us, is_last FROM signal_deliveries WHERE consumer = ? AND position = ?',
    );
    this.#signal = db.prepare('SELECT channel, confidence FROM signals WHERE position = ?');
    this.#dropped = db.prepare<[], number>('SELECT dropped FROM signal_floor').pluck();
    this.#remove = db.prepare('DELETE FROM signal_deliveries WHERE consumer = ? AND position = ?');
    this.#due_at = db.prepare('UPDATE signal_deliveries SET due_us = ? WHERE consumer = ? AND position = ?');
    this.#bury = db.prepare('UPDATE signal_deliveries SET due_us = NULL WHERE consumer = ? AND position = ?');
    this.#revive = db.prepare(
      'UPDATE signal_deliveries SET deliveries = 0, due_us = ?, is_last = 0 WHERE consumer = ? AND position = ?',
    );
    this.#dead = db
      .prepare<[number, number], number>(
        `SELECT position FROM signal_deliveries INDEXED BY signal_deliveries_dead
         WHERE consumer = ? AND due_us IS NULL ORDER BY position LIMIT ?`,
      )
      .pluck();
    this.#dead_count = db
      .prepare<[number], number>(
        `SELECT count(*) FROM signal_deliveries INDEXED BY signal_deliveries_dead
         WHERE consumer = ? AND due_us IS NULL`,
      )
      .pluck();
    this.#ending = db.prepare(
      `SELECT consumer, position, due_us, is_last FROM signal_deliveries INDEXED BY signal_deliveries_ending
       WHERE is_last = 1 AND due_us <= ? ORDER BY due_us LIMIT ${MAX_SWEPT}`,
    );
  }

  /** A dead letter that is acknowledged late is no dead letter any more. */
  ack(tx: Tx, args: AckArgs): number {
    const consumer = this.#consumers.require(tx, args.name);
    const acknowledged = this.#deliveries(consumer, args, args.only_pending).map(({ position }) => position);
    if (acknowledged.length === 0) return 0;
    const { position } = tx.emit('consumer.acked', args.name, { signals: acknowledged }, 'journal');
    for (const signal of acknowledged) this.#remove.run(consumer.position, signal);
    this.#consumers.touch(consumer, position);
    return acknowledged.length;
  }

  nack(tx: Tx, args: NackArgs): void {
    const consumer = this.#consumers.require(tx, args.name);
    const pending = this.#deliveries(consumer, args, false).filter(({ due_us }) => due_us !== null);
    if (pending.length === 0) return;
    const signals = pending.map(({ position }) => position);
    const payload = { signals, delay_us: args.delay_us };
    const { position } = tx.emit('consumer.nacked', args.name, payload, 'journal');
    for (const row of pending.filter(({ is_last }) => is_last === 0)) {
      this.#due_at.run(tx.now_us + args.delay_us, row.consumer, row.position);
    }
    this.#consumers.touch(consumer, position);
    this.#giveUp(
      tx,
      consumer,
      pending.filter(({ is_last }) => is_last === 1),
    );
  }

  redrive(tx: Tx, { name, positions }: SignalIdsArgs): number {
    const consumer = this.#consumers.require(tx, name);
    const signals =
      positions.length === 0
        ? this.#dead.all(consumer.position, MAX_SIGNALS_AT_ONCE)
        : positions.map((position, index) => this.#requireDead(consumer, position, index));
    if (signals.length === 0) return 0;
    const { position } = tx.emit('consumer.redriven', name, { signals }, 'journal');
    for (const signal of signals) this.#revive.run(tx.now_us, consumer.position, signal);
    this.#consumers.touch(consumer, position);
    return signals.length;
  }

  /** Makes dead letters of what was not acknowledged after its last delivery; returns how many. */
  sweep(tx: Tx): number {
    const by_consumer = new Map<number, DeliveryRow[]>();
    const rows = this.#ending.all(tx.now_us);
    for (const row of rows) by_consumer.set(row.consumer, [...(by_consumer.get(row.consumer) ?? []), row]);
    for (const [position, ending] of by_consumer) {
      const consumer = this.#consumers.at(position);
      if (consumer !== undefined) this.#giveUp(tx.as(consumer.agent_id), consumer, ending);
    }
    return rows.length;
  }

  #giveUp(tx: Tx, consumer: ConsumerRow, rows: readonly DeliveryRow[]): void {
    if (rows.length === 0) return;
    for (const row of rows) this.#bury.run(row.consumer, row.position);
    const surplus = (this.#dead_count.get(consumer.position) ?? 0) - MAX_DEAD;
    const forgotten = surplus > 0 ? this.#dead.all(consumer.position, surplus) : [];
    for (const signal of forgotten) this.#remove.run(consumer.position, signal);
    const payload = { signals: rows.map(({ position }) => position), forgotten };
    const { position } = tx.emit('consumer.gave_up', consumer.name, payload, 'journal');
    this.#consumers.touch(consumer, position);
  }

  /**
   * The rows of these signals that are there; those without one were acknowledged before.
   * @throws HoldfastError NOT_FOUND, or WRONG_STATE when all must be there.
   */
  #deliveries(consumer: ConsumerRow, { positions }: SignalIdsArgs, all: boolean): DeliveryRow[] {
    return positions.flatMap((position, index) => {
      const row = this.#find.get(consumer.position, position);
      if (row === undefined) this.#requireDelivered(consumer, position, index);
      if (all && (row === undefined || row.due_us === null)) throw notPending(consumer, position, index);
      return row ?? [];
    });
  }

  /** What was acknowledged has no row any more: the consumer's place and its patterns tell. */
  #requireDelivered(consumer: ConsumerRow, position: number, index: number): void {
    const { name, begins, cursor, put_position, min_confidence } = consumer;
    if (position <= begins || position > cursor) throw notDelivered(name, position, index);
    const signal = this.#signal.get(position);
    if (signal === undefined) {
      // Above everything that was ever dropped nothing is missing: it was no signal at all.
      if (position > (this.#dropped.get() ?? 0)) throw notDelivered(name, position, index);
      return;
    }
    // Patterns that have changed since may have delivered it.
    if (position <= put_position) return;
    const matches = compilePatterns(JSON.parse(consumer.patterns) as string[]);
    if (!matches(signal.channel) || signal.confidence < min_confidence) {
      throw notDelivered(name, position, index);
    }
  }

  #requireDead(consumer: ConsumerRow, position: number, index: number): number {
    if (this.#find.get(consumer.position, position)?.due_us === null) return position;
    const message = `${signalId(position)} is no dead letter of consumer ${consumer.name}`;
    throw new HoldfastError('NOT_FOUND', message, { field: `signal_ids[${index}]` });
  }
}

function notPending(consumer: ConsumerRow, position: number, index: number): HoldfastError {
  const signal_id = signalId(position);
  return new HoldfastError(
    'WRONG_STATE',
    `${signal_id} is not pending with consumer ${consumer.name}: what belongs to it was done, or given up on`,
    { field: `signal_ids[${index}]`, metadata: { signal_id } },
  );
}
