/** The preconditions of Transact: what must be true, of any tier, for its mutations to be applied. */
import { compareAmounts } from '../codec/amount.js';
import { canonicalJson } from '../codec/canonical.js';
import { unpackDocument } from '../codec/msgpack.js';
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import type { Tx } from './command.js';
import { availableOf } from './ledger/accounts.js';
import { Holds } from './ledger/holds.js';
import { operationLife } from './operations/life.js';
import { statusName } from './operations/rows.js';
import type { OperationStatus } from './operations/types.js';

export type PreconditionArgs =
  | {
      readonly kind: 'state_version';
      readonly agent_id: string;
      readonly name: string;
      /** 0 = it does not exist. */
      readonly version: number;
    }
  | {
      readonly kind: 'available_at_least';
      readonly agent_id: string;
      readonly account: string;
      readonly asset: string;
      readonly amount: string;
    }
  | {
      readonly kind: 'operation_is';
      readonly agent_id: string;
      readonly key: string;
      /** '' = it does not exist. */
      readonly status: OperationStatus | '';
    }
  | {
      readonly kind: 'field_equals';
      readonly agent_id: string;
      readonly name: string;
      /** Packed document; null = the field does not exist. */
      readonly value: Uint8Array | null;
    };

/** What the preconditions look at, read on the writing connection. */
export interface PreconditionReads {
  /** 0 when the state does not exist. */
  stateVersion(tx: Tx, name: string): number;
  available(tx: Tx, account: string, asset: string): string;
  /** '' when there is no such operation. */
  operationStatus(tx: Tx, key: string): OperationStatus | '';
  /** Packed document; null when there is no such field. */
  field(tx: Tx, name: string): Uint8Array | null;
}

export function preconditionReads(db: Db): PreconditionReads {
  const newest = db.prepare<[string, string], { version: number; deleted: number }>(
    'SELECT version, deleted FROM state_versions WHERE agent_id = ? AND name = ? ORDER BY position DESC LIMIT 1',
  );
  const field = db.prepare<[string, string], { value: Uint8Array }>(
    'SELECT value FROM state_fields WHERE agent_id = ? AND name = ?',
  );
  const { accounts } = new Holds(db);
  const life = operationLife(db);
  return {
    stateVersion: (tx, name) => {
      const row = newest.get(tx.agent_id, name);
      return row === undefined || row.deleted === 1 ? 0 : row.version;
    },
    // Opened, not read: holds that are due do not count, whether or not the sweep has come by.
    available: (tx, account, asset) => availableOf(accounts.open(tx, account, asset)),
    operationStatus: (tx, key) => {
      const row = life.find(tx.agent_id, key);
      return row === undefined ? '' : statusName(row.status);
    },
    field: (tx, name) => field.get(tx.agent_id, name)?.value ?? null,
  };
}

/** @throws HoldfastError PRECONDITION_NOT_MET for the first that does not hold. */
export function checkPreconditions(
  reads: PreconditionReads,
  tx: Tx,
  preconditions: readonly PreconditionArgs[],
): void {
  for (const [index, precondition] of preconditions.entries()) {
    checkOne(reads, tx.as(precondition.agent_id), precondition, index);
  }
}

function checkOne(reads: PreconditionReads, tx: Tx, wanted: PreconditionArgs, index: number): void {
  switch (wanted.kind) {
    case 'state_version': {
      const actual = reads.stateVersion(tx, wanted.name);
      if (actual !== wanted.version)
        throw notMet(index, wanted.kind, `version ${wanted.version}`, `version ${actual}`);
      return;
    }
    case 'available_at_least': {
      const actual = reads.available(tx, wanted.account, wanted.asset);
      if (compareAmounts(actual, wanted.amount) < 0) throw notMet(index, wanted.kind, wanted.amount, actual);
      return;
    }
    case 'operation_is': {
      const actual = reads.operationStatus(tx, wanted.key);
      if (actual !== wanted.status)
        throw notMet(index, wanted.kind, wanted.status || 'absent', actual || 'absent');
      return;
    }
    case 'field_equals': {
      const actual = reads.field(tx, wanted.name);
      if (!sameBytes(wanted.value, actual))
        throw notMet(index, wanted.kind, described(wanted.value), described(actual));
      return;
    }
  }
}

/** Equal documents have equal bytes: both are canonical MessagePack. */
function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/** How much of a value an error shows; the caller can read the field for more. */
const SHOWN_CHARACTERS = 256;

function described(value: Uint8Array | null): string {
  return value === null ? 'absent' : canonicalJson(unpackDocument(value)).slice(0, SHOWN_CHARACTERS);
}

function notMet(index: number, kind: string, expected: string, actual: string): HoldfastError {
  const field = `preconditions[${index}].${kind}`;
  return new HoldfastError('PRECONDITION_NOT_MET', `${field}: expected ${expected}, found ${actual}`, {
    field,
    metadata: { index: String(index), expected, actual },
  });
}
