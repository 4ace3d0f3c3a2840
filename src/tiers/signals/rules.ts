/** Alert rules: which figures of an agent are watched, and whether each has fired. What the figures are is not known here. */
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import type { Tx } from '../command.js';
import { noRule } from './errors.js';
import { MAX_RULES, type RuleArgs, type RuleRow } from './types.js';

export const RULE_COLUMNS = 'agent_id, name, kind, account, asset, amount, fired, position';

export class Rules {
  readonly #find: Statement<[string, string], RuleRow>;
  readonly #of: Statement<[string], RuleRow>;
  readonly #number: Statement<[string], number>;
  readonly #set: Statement<[RuleRow]>;
  readonly #remove: Statement<[string, string]>;
  readonly #mark: Statement<[number, string, string]>;

  constructor(db: Db) {
    this.#find = db.prepare(`SELECT ${RULE_COLUMNS} FROM alert_rules WHERE agent_id = ? AND name = ?`);
    this.#of = db.prepare(`SELECT ${RULE_COLUMNS} FROM alert_rules WHERE agent_id = ? ORDER BY name`);
    this.#number = db
      .prepare<[string], number>('SELECT count(*) FROM alert_rules WHERE agent_id = ?')
      .pluck();
    this.#set = db.prepare(
      `INSERT OR REPLACE INTO alert_rules (${RULE_COLUMNS})
       VALUES (:agent_id, :name, :kind, :account, :asset, :amount, :fired, :position)`,
    );
    this.#remove = db.prepare('DELETE FROM alert_rules WHERE agent_id = ? AND name = ?');
    this.#mark = db.prepare('UPDATE alert_rules SET fired = ? WHERE agent_id = ? AND name = ?');
  }

  /** All of the agent's, by name. */
  of(agent_id: string): RuleRow[] {
    return this.#of.all(agent_id);
  }

  /** One that changes is a new one: it has not fired. */
  put(tx: Tx, args: RuleArgs): RuleRow {
    const present = this.#find.get(tx.agent_id, args.name);
    if (present !== undefined && isSame(present, args)) return present;
    if (present === undefined && (this.#number.get(tx.agent_id) ?? 0) >= MAX_RULES) {
      throw new HoldfastError('TOO_MANY', `an agent may have at most ${MAX_RULES} alert rules`, {
        field: 'rule.name',
        metadata: { limit: String(MAX_RULES) },
      });
    }
    const { position } = tx.emit('alert.rule_put', args.name, { ...args }, 'journal');
    const row: RuleRow = { agent_id: tx.agent_id, ...args, fired: 0, position };
    this.#set.run(row);
    return row;
  }

  delete(tx: Tx, name: string): void {
    if (this.#find.get(tx.agent_id, name) === undefined) throw noRule(name);
    tx.emit('alert.rule_deleted', name, {}, 'journal');
    this.#remove.run(tx.agent_id, name);
  }

  /** The entry of a firing is the alert itself; that a rule is armed again has one of its own. */
  mark(tx: Tx, rule: RuleRow, fired: boolean): void {
    if (!fired) tx.emit('alert.armed', rule.name, {}, 'journal');
    this.#mark.run(fired ? 1 : 0, rule.agent_id, rule.name);
  }
}

function isSame(row: RuleRow, args: RuleArgs): boolean {
  const { kind, account, asset, amount } = args;
  return row.kind === kind && row.account === account && row.asset === asset && row.amount === amount;
}
