/** Consumers and alert rules against their entries: what they are, how far a consumer is, whether a rule has fired. */
import { lastPositionOf } from '../../journal/position.js';
import { compareKept, differing, type Newest, type Standing } from '../standing.js';
import { CONSUMER_COLUMNS } from './consumers.js';
import { alertChannel } from './patterns.js';
import { unpackSignal } from './publish.js';
import { RULE_COLUMNS } from './rules.js';
import type { ConsumerRow, RuleRow } from './types.js';

/** Alerts of an agent that a start looks through for those of one rule. */
const MAX_ALERTS = 200;

export function standingSignals(standing: Standing): void {
  standingConsumers(standing);
  standingRules(standing);
}

function standingConsumers(standing: Standing): void {
  const { db, journal } = standing;
  compareKept<ConsumerRow>(standing, {
    thing: 'consumer',
    put: 'consumer.put',
    kind: 'signals.consumer',
    rows: db.prepare<[], ConsumerRow>(`SELECT ${CONSUMER_COLUMNS} FROM signal_consumers`).iterate(),
    nameOf: ({ agent_id, name }) => [agent_id, name],
    positionOf: ({ put_position }) => put_position,
    subjectOf: (agent_id, name) => `consumer ${name} of ${agent_id}`,
    problem: (row, { payload }) => {
      const { patterns, min_confidence, ack_timeout_us, max_deliveries } = payload;
      const told = { patterns: JSON.stringify(patterns), min_confidence, ack_timeout_us, max_deliveries };
      return differing(row, told) || wrongPlace(journal, row);
    },
  });
}

/** A consumer begins where it was made to, and is where its newest delivery left it. */
function wrongPlace(journal: Newest, { agent_id, name, position, begins, cursor }: ConsumerRow): string {
  const made = journal.at(position);
  if (made === undefined) return position > journal.compacted ? 'no journal entry made it' : '';
  if (made.kind !== 'consumer.put' || made.agent_id !== agent_id || made.key !== name)
    return `the entry that made it is ${made.kind} of ${made.key} of ${made.agent_id}`;
  const { from_revision } = made.payload;
  const told = typeof from_revision === 'number' ? lastPositionOf(from_revision) : position;
  if (begins !== told) return `it begins at ${begins}, and at ${told} in the journal`;
  const delivered = journal.lastOf('delivered', agent_id, name);
  const is_known = delivered !== undefined && delivered.position > position;
  if (!is_known && journal.from > position) return '';
  const place = is_known ? journal.at(delivered.position)?.payload.cursor : begins;
  return cursor === place ? '' : `it has come to ${cursor}, and to ${place} in the journal`;
}

function standingRules(standing: Standing): void {
  const { db } = standing;
  const hasFired = firings(standing);
  compareKept<RuleRow>(standing, {
    thing: 'rule',
    put: 'alert.rule_put',
    kind: 'alert.rule',
    rows: db.prepare<[], RuleRow>(`SELECT ${RULE_COLUMNS} FROM alert_rules`).all(),
    nameOf: ({ agent_id, name }) => [agent_id, name],
    positionOf: ({ position }) => position,
    subjectOf: (agent_id, name) => `alert rule ${name} of ${agent_id}`,
    problem: (row, { payload }) => {
      const wrong = differing(row, payload);
      if (wrong !== '') return wrong;
      const fired = hasFired(row);
      if (fired === undefined)
        return row.fired === 0 || row.fired === 1 ? '' : 'it has neither fired nor not';
      return row.fired === (fired ? 1 : 0) ? '' : `it ${fired ? 'has' : 'has not'} fired, as its alerts say`;
    },
  });
}

/** Whether a rule has fired since it was put or armed: then there is an alert. Undefined where that cannot be told. */
function firings({ db, journal, whole }: Standing): (rule: RuleRow) => boolean | undefined {
  const alerts = db.prepare<[string, number, number], { payload: Uint8Array }>(
    'SELECT payload FROM signals WHERE channel = ? AND position > ? ORDER BY position DESC LIMIT ?',
  );
  const dropped = db.prepare<[], number>('SELECT dropped FROM signal_floor').pluck();
  const limit = whole ? 1_000_000 : MAX_ALERTS;
  return ({ agent_id, name, position }) => {
    const armed = journal.lastOf('alert', agent_id, name)?.position ?? journal.from;
    const since = Math.max(position, armed);
    const rows = alerts.all(alertChannel(agent_id), since, limit);
    for (const row of rows) {
      const { payload } = unpackSignal(row.payload);
      if (typeof payload === 'object' && payload !== null && 'rule' in payload && payload.rule === name)
        return true;
    }
    // What armed it may be further back than was looked, and retention drops alerts.
    const is_all = rows.length < limit && (dropped.get() ?? 0) <= since && journal.from <= position;
    return is_all ? false : undefined;
  };
}
