/** A trading desk in a temporary file: short names for what the tests of operations do over and over. */
import assert from 'node:assert/strict';
import { packDocument } from '../../src/codec/msgpack.js';
import type { DocValue } from '../../src/codec/value.js';
import { HoldfastError, type Reason } from '../../src/errors.js';
import type { MutationCall } from '../../src/tiers/nested.js';
import { statusName } from '../../src/tiers/operations/rows.js';
import type {
  BeginOperationArgs,
  BeginOperationResult,
  HoldTuple,
  OnCrash,
  SettlementTuple,
} from '../../src/tiers/operations/types.js';
import { type RunOptions, TestStore } from '../support/executor.js';

export const LEASE_MS = 30_000;
export const AGENT = 'agent-1';

export interface BeginOptions extends RunOptions {
  readonly params?: DocValue;
  readonly operation?: string;
  readonly on_crash?: OnCrash;
  readonly holds?: readonly HoldTuple[];
  readonly task_id?: string;
  readonly step?: string;
}

export class Desk extends TestStore {
  beginArgs(key: string, options: BeginOptions = {}): BeginOperationArgs {
    return {
      operation: options.operation ?? 'exchange.place_order',
      params: packDocument(options.params ?? { side: 'buy', amount: '1.5' }),
      key,
      lease_ms: LEASE_MS,
      holds: options.holds ?? [],
      on_crash: options.on_crash ?? 'UNKNOWN',
      task_id: options.task_id ?? '',
      step: options.step ?? '',
    };
  }

  begin(key: string, options: BeginOptions = {}): BeginOperationResult & { readonly revision: number } {
    return this.run('begin_operation', this.beginArgs(key, options), options);
  }

  complete(
    key: string,
    lease_token: string,
    options: {
      readonly result?: DocValue;
      readonly settlements?: readonly SettlementTuple[];
      readonly mutations?: readonly MutationCall[];
    } & RunOptions = {},
  ) {
    const result = options.result === undefined ? null : packDocument(options.result);
    const { settlements = [], mutations = [] } = options;
    return this.run('complete_operation', { key, lease_token, result, settlements, mutations }, options);
  }

  fail(key: string, lease_token: string, reason: DocValue = 'rejected', options: RunOptions = {}) {
    return this.run('fail_operation', { key, lease_token, reason: packDocument(reason) }, options);
  }

  happened(key: string, settlements: readonly SettlementTuple[] = []) {
    const happened = { result: packDocument({ filled: true }), settlements, mutations: [] };
    return this.run('resolve_operation', {
      key,
      attempt: 0,
      happened,
      evidence: packDocument('found by id'),
    });
  }

  didNotHappen(key: string, attempt = 0) {
    const evidence = packDocument('not there');
    return this.run('resolve_operation', { key, attempt, happened: null, evidence });
  }

  extend(key: string, lease_token: string) {
    return this.run('extend_lease', { key, lease_token, lease_ms: LEASE_MS });
  }

  takeOver(agent_id = AGENT, epoch = 0) {
    return this.run('take_over', { reason: 'restart' }, { agent_id, epoch });
  }

  sweep(): number {
    return this.run('sweep', {}, { agent_id: '~', request_id: '' }).swept;
  }

  /** Lets every present lease end. */
  outliveLeases(): void {
    this.now_us += (LEASE_MS + 1) * 1000;
  }

  fund(amount: string, agent_id = AGENT): void {
    const postings = [
      ['cash', 'USDC', amount],
      ['world', 'USDC', `-${amount}`],
    ] as const;
    this.run('post_transaction', { postings, description: '', reference: '', metadata: null }, { agent_id });
  }

  /** [posted, held] of the cash account. */
  cash(agent_id = AGENT): [string, string] {
    return this.reads.snapshot(0, ({ ledger }) => {
      const { rows } = ledger.balances(
        agent_id,
        { account: 'cash', asset: 'USDC', include_world: false },
        ['', ''],
        1,
      );
      const [balance] = rows;
      return balance === undefined ? ['0', '0'] : [balance.posted, balance.held];
    });
  }

  status(key: string, agent_id = AGENT): string {
    return this.reads.snapshot(0, ({ operations }) => {
      const row = operations.find(agent_id, key);
      return row === undefined ? 'NONE' : statusName(row.status);
    });
  }

  /** Kinds of the entries after a revision, of one key. */
  kinds(after_revision: number, key_prefix = ''): string[] {
    const page = this.reads.entriesAfter(after_revision, { kind_prefixes: [], key_prefix }, false);
    return page.entries.map(({ kind }) => kind);
  }

  /** Runs what must be refused, and checks that it left nothing. */
  refused(reason: Reason, action: () => unknown): HoldfastError {
    const before = this.executor.head.revision;
    let refusal: unknown;
    assert.throws(action, (error) => {
      refusal = error;
      return error instanceof HoldfastError && error.reason === reason;
    });
    assert.equal(this.executor.head.revision, before, 'a refusal must leave no entry');
    return refusal as HoldfastError;
  }

  verify(): void {
    const { findings } = this.scans.verify({ skip_integrity_check: false }, () => {});
    assert.deepEqual(findings, []);
  }
}
