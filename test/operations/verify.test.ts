import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { episode } from '../episodic/support.js';
import { Desk } from './desk.js';

describe('verification across the tiers', () => {
  let desk: Desk;

  before(() => {
    desk = new Desk();
    desk.fund('100');
    desk.begin('order-1', { holds: [['cash', 'USDC', '25']] });
    const { lease_token } = desk.begin('order-2', { holds: [['cash', 'USDC', '5']] });
    desk.complete('order-2', lease_token);
    for (const value of [1, 2]) {
      const document = packDocument(value);
      const args = { name: 'cfg', document, expected_version: null, schema: '', schema_version: 0 };
      desk.run('put_state', args);
    }
    desk.run('record_episodes', { episodes: [episode('trade'), episode('bet')] });
  });
  after(() => desk.close());

  const kinds = () =>
    desk.scans.verify({ skip_integrity_check: true }, () => {}).findings.map(({ kind }) => kind);

  beforeEach(() => assert.deepEqual(kinds(), []));

  /** Damages the file with one statement, sees what is found, and mends it again. */
  const damaged = (damage: string, mend: string): string[] => {
    assert.equal(desk.db.prepare(damage).run().changes, 1);
    const found = kinds();
    desk.db.prepare(mend).run();
    return found;
  };

  it('names a head that is not the newest version', () => {
    assert.deepEqual(damaged('UPDATE state_heads SET version = 1', 'UPDATE state_heads SET version = 2'), [
      'state.head',
    ]);
  });

  it('names a version whose columns are not what its payload says', () => {
    const of_first = 'WHERE position = (SELECT min(position) FROM state_versions)';
    assert.deepEqual(
      damaged(
        `UPDATE state_versions SET deleted = 1 ${of_first}`,
        `UPDATE state_versions SET deleted = 0 ${of_first}`,
      ),
      ['state.version'],
    );
  });

  it('names a count of episodes that is not how many there are', () => {
    assert.deepEqual(
      damaged(
        "UPDATE episode_types SET count = 7 WHERE type = 'bet'",
        "UPDATE episode_types SET count = 1 WHERE type = 'bet'",
      ),
      ['episodic.count'],
    );
  });

  it('names an open hold whose operation is settled', () => {
    const order = "WHERE key = 'order-1'";
    assert.deepEqual(
      damaged(`UPDATE operations SET status = 3 ${order}`, `UPDATE operations SET status = 1 ${order}`),
      ['operation.altered', 'operation.orphaned_hold'],
    );
  });

  it('names a hold that an open operation lacks', () => {
    const hold = "WHERE operation_key = 'order-1'";
    assert.ok(
      damaged(
        `UPDATE ledger_holds SET status = 'RELEASED' ${hold}`,
        `UPDATE ledger_holds SET status = 'OPEN' ${hold}`,
      ).includes('operation.missing_hold'),
    );
  });
});
