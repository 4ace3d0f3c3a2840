/** Commands of the signals tier. */
import type { Db } from '../../store/db.js';
import type { HandlersOf, Tx } from '../command.js';
import { Consumers } from './consumers.js';
import { signalPublisher } from './publish.js';
import { Rules } from './rules.js';
import { Settlements } from './settle.js';
import type { RuleRow, SignalCommands } from './types.js';

/** True when the figure that the rule watches is on the wrong side now. */
export type RuleJudge = (tx: Tx, rule: RuleRow) => boolean;

/** @param isBeyond what the figures are is the business of other tiers. */
export function signalCommands(db: Db, isBeyond: RuleJudge): HandlersOf<SignalCommands> {
  const publish = signalPublisher(db);
  const consumers = new Consumers(db);
  const settlements = new Settlements(db, consumers);
  const rules = new Rules(db);
  return {
    publish: (tx, args) => ({ position: publish(tx, args) }),
    put_consumer: (tx, args) => consumers.put(tx, args),
    delete_consumer: (tx, { name }) => {
      consumers.delete(tx, name);
      return {};
    },
    deliver_signals: (tx, args) => ({ delivered: consumers.deliver(tx, args) }),
    ack_signals: (tx, args) => ({ acknowledged: settlements.ack(tx, args) }),
    nack_signals: (tx, args) => {
      settlements.nack(tx, args);
      return {};
    },
    redrive_dead_letters: (tx, args) => ({ redriven: settlements.redrive(tx, args) }),
    put_alert_rule: (tx, args) => {
      const rule = rules.put(tx, args);
      // The alert itself is told when the whole command is done; see composed_reactions.ts.
      return { rule: { ...rule, fired: isBeyond(tx, rule) ? 1 : 0 } };
    },
    delete_alert_rule: (tx, { name }) => {
      rules.delete(tx, name);
      return {};
    },
  };
}

/** A step of `sweep`: deliveries that nobody acknowledged for the last time become dead letters. */
export function deliverySweeper(db: Db): (tx: Tx) => number {
  const settlements = new Settlements(db, new Consumers(db));
  return (tx) => settlements.sweep(tx);
}
