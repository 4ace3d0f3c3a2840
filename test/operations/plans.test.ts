/** Statements on the hot path or over many agents must find their index: a scan shows only once there are many rows. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { operationQueries } from '../../src/tiers/operations/queries.js';
import { operationRows } from '../../src/tiers/operations/rows.js';
import { taskCommands } from '../../src/tiers/tasks/commands.js';
import { taskQueries } from '../../src/tiers/tasks/queries.js';
import { Desk } from './desk.js';

describe('the statements about operations and tasks', () => {
  let desk: Desk;
  const prepared: string[] = [];
  before(() => {
    desk = new Desk();
    const recording = new Proxy(desk.db, {
      get: (db, name) =>
        name === 'prepare'
          ? (sql: string) => {
              prepared.push(sql);
              return db.prepare(sql);
            }
          : Reflect.get(db, name),
    });
    for (const factory of [operationRows, operationQueries, taskCommands, taskQueries]) factory(recording);
  });
  after(() => desk.close());

  /** What SQLite would do for the statements whose text holds all of these. */
  const plan = (...parts: string[]): string[] => {
    const sql = prepared.filter((text) => parts.every((part) => text.includes(part)));
    assert.notEqual(sql.length, 0, parts.join());
    return sql.map((text) =>
      desk.db
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${text.replaceAll(/\?|:\w+/g, "'1'")}`)
        .all()
        .map(({ detail }) => detail)
        .join('; '),
    );
  };

  for (const [index, ...parts] of [
    ['operations_by_key', 'FROM operations', 'key = ?'],
    ['operations_open', 'count(*)', 'FROM operations'],
    ['operations_open', 'FROM operations', 'status = 1 AND status IN (1, 4) ORDER'],
    ['operations_open', 'FROM operations', 'status = ? AND status IN (1, 4)'],
    ['operations_leases', 'FROM operations', 'lease_expires_us <= ?'],
    ['tasks_by_id', 'FROM tasks', 'task_id = ?'],
    ['tasks_not_done', 'count(*)', 'FROM tasks'],
    ['tasks_not_done', 'FROM tasks', 'state = 5'],
    ['tasks_not_done', 'FROM tasks', 'state IN (1, 2, 3)', 'SELECT *'],
  ] as const) {
    it(`use ${index}: ${parts.at(-1)}`, () => {
      for (const detail of plan(...parts))
        assert.match(detail, new RegExp(`USING (COVERING )?INDEX ${index}`));
    });
  }

  it('scan no table', () => {
    for (const sql of prepared.filter((text) => text.startsWith('SELECT'))) {
      assert.doesNotMatch(plan(sql).join(), /SCAN (operations|tasks|task_steps)/);
    }
  });
});
