/** Service Ledger. */
import { parseAmount } from '../codec/amount.js';
import { timestampToUs } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { BalanceAsOfRequest__Output } from '../gen/holdfast/v1/BalanceAsOfRequest.js';
import type { HoldStatus__Output } from '../gen/holdfast/v1/HoldStatus.js';
import type { LedgerHandlers } from '../gen/holdfast/v1/Ledger.js';
import type { ReconcileRequest__Output } from '../gen/holdfast/v1/ReconcileRequest.js';
import type { ReconcileResponse } from '../gen/holdfast/v1/ReconcileResponse.js';
import { positionInId } from '../tiers/command.js';
import { holdView } from '../tiers/ledger/holds.js';
import type { LedgerQueries, PastBalance } from '../tiers/ledger/queries.js';
import type { ReconcileArgs, ReconcileResult } from '../tiers/ledger/reconcile.js';
import { type HoldStatus, WORLD } from '../tiers/ledger/types.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, readHeader, requireRevision, unary } from './handle.js';
import { accountName, assetName } from './ledger_mutations.js';
import { storedSnapshot, toBalance, toHold, toTransaction } from './ledger_views.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { pageByPosition } from './pages.js';

const MAX_EXPECTED = 1000;

export function ledgerService(ctx: RpcContext, mutation: MutationRpc): LedgerHandlers {
  return {
    PostTransaction: mutation('post_transaction'),
    SnapshotPortfolio: mutation('snapshot_portfolio'),
    ConfigureAccount: mutation('configure_account'),
    RegisterAsset: mutation('register_asset'),
    PlaceHold: mutation('place_hold'),
    PostHold: mutation('post_hold'),
    ReleaseHold: mutation('release_hold'),
    ...transactionReads(ctx),
    ...balanceReads(ctx),
    ...positionLists(ctx),
    Reconcile: unary(ctx, async (request) => {
      const args = claims(request);
      requireRevision(ctx, request.min_revision);
      return toReconcile(await ctx.scans.run('reconcile', args));
    }),
  } as LedgerHandlers;
}

function transactionReads(ctx: RpcContext): Pick<LedgerHandlers, 'GetTransaction' | 'ListTransactions'> {
  return {
    GetTransaction: read(ctx, (request, { ledger }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const id = check.required(request.transaction_id, 'transaction_id');
      const position = positionInId('tx', id);
      const row = position === undefined ? undefined : ledger.transaction(agent_id, position);
      if (row === undefined)
        throw new HoldfastError('NOT_FOUND', `no transaction ${id}`, { field: 'transaction_id' });
      return { transaction: toTransaction(row, request.encoding) };
    }),

    ListTransactions: read(ctx, (request, { ledger }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const filter = {
        account: optional(request.account, (name) => accountName(name, 'account')),
        asset: optional(request.asset, (name) => assetName(name, 'asset')),
        since_us: check.optionalTimestamp(request.since, 'since'),
        until_us: check.optionalTimestamp(request.until, 'until'),
      };
      const query = ['ListTransactions', agent_id, ...Object.values(filter)];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        ledger.transactions(agent_id, filter, before, limit),
      );
      return { transactions: rows.map((row) => toTransaction(row, request.encoding)), next_page_token };
    }),
  };
}

function balanceReads(ctx: RpcContext): Pick<LedgerHandlers, 'GetBalances' | 'BalanceAsOf'> {
  return {
    GetBalances: read(ctx, (request, { ledger }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const account = optional(request.account, (name) => accountName(name, 'account'));
      const asset = optional(request.asset, (name) => assetName(name, 'asset'));
      // Whoever asks for `world` by name wants it.
      const filter = { account, asset, include_world: request.include_world || account === WORLD };
      const query = ['GetBalances', agent_id, account, asset, filter.include_world];
      const limit = check.pageSize(request.page_size);
      const [after_account, after_asset] = readPageToken(request.page_token, query, ['string', 'string']) ?? [
        '',
        '',
      ];
      const after = [String(after_account), String(after_asset)] as const;
      const { rows, more } = ledger.balances(agent_id, filter, after, limit);
      const last = rows.at(-1);
      return {
        balances: rows.map(toBalance),
        next_page_token: more && last !== undefined ? pageToken(query, [last.account, last.asset]) : '',
      };
    }),

    BalanceAsOf: read(ctx, (request, { ledger }, revision) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const account = accountName(request.account, 'account');
      const asset = assetName(request.asset, 'asset');
      const balance = pastBalance(ledger, request, [agent_id, account, asset], revision);
      if (balance === undefined)
        throw new HoldfastError('NOT_FOUND', `${account} never had a posting in ${asset}`, {
          field: 'account',
        });
      return { posted: balance.posted, revision: String(balance.revision) };
    }),
  };
}

function pastBalance(
  ledger: LedgerQueries,
  request: BalanceAsOfRequest__Output,
  of: readonly [agent_id: string, account: string, asset: string],
  newest: number,
): PastBalance | undefined {
  const at_revision = check.counter(request.at_revision, 'at_revision');
  if (request.at_time !== null && request.at_time !== undefined) {
    if (at_revision !== 0) throw invalidField('at_time', 'must not stand beside at_revision');
    return ledger.balanceAtTime(...of, timestampToUs(request.at_time, 'at_time'));
  }
  if (at_revision === 0) {
    throw new HoldfastError('FIELD_REQUIRED', 'at_revision or at_time is required', { field: 'at_revision' });
  }
  if (at_revision > newest) {
    throw new HoldfastError(
      'REVISION_IN_FUTURE',
      `at_revision: ${at_revision} is above the newest, ${newest}`,
      { field: 'at_revision', metadata: { newest: String(newest) } },
    );
  }
  return ledger.balanceAtRevision(...of, at_revision);
}

function positionLists(ctx: RpcContext): Pick<LedgerHandlers, 'ListHolds' | 'ListSnapshots'> {
  return {
    ListHolds: read(ctx, (request, { ledger }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const status = holdStatus(request.status);
      const query = ['ListHolds', agent_id, status];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        ledger.holds(agent_id, status, before, limit),
      );
      return { holds: rows.map((row) => toHold(holdView(row))), next_page_token };
    }),

    ListSnapshots: read(ctx, (request, { ledger }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const query = ['ListSnapshots', agent_id];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        ledger.snapshots(agent_id, before, limit),
      );
      return { snapshots: rows.map((row) => storedSnapshot(row, request.encoding)), next_page_token };
    }),
  };
}

function optional(value: string, parse: (value: string) => string): string {
  return value === '' ? '' : parse(value);
}

function holdStatus(value: HoldStatus__Output): HoldStatus | null {
  if (value === 'HOLD_STATUS_UNSPECIFIED') return null;
  check.enumValue<string>(value, 'HOLD_STATUS_UNSPECIFIED', 'status');
  return value.slice('HOLD_STATUS_'.length) as HoldStatus;
}

function claims(request: ReconcileRequest__Output): ReconcileArgs {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const seen = new Set<string>();
  const expected = check.list(request.expected, 'expected', 0, MAX_EXPECTED).map((claim, index) => {
    const field = `expected[${index}]`;
    const account = accountName(claim.account, `${field}.account`);
    const asset = assetName(claim.asset, `${field}.asset`);
    const posted = parseAmount(check.required(claim.posted, `${field}.posted`), `${field}.posted`);
    if (seen.has(`${account} ${asset}`)) throw invalidField(field, `names ${account} in ${asset} again`);
    seen.add(`${account} ${asset}`);
    return { account, asset, posted };
  });
  return { agent_id, expected };
}

function toReconcile(result: ReconcileResult): ReconcileResponse {
  return {
    header: readHeader(result.revision),
    matches: result.unbalanced_assets.length === 0 && result.balances.every(({ matches }) => matches),
    balances: result.balances.map(({ expected, difference, ...account }) => ({
      ...account,
      ...(expected !== null && { expected }),
      ...(difference !== null && { difference }),
    })),
    transactions: String(result.transactions),
    postings: String(result.postings),
    unbalanced_assets: [...result.unbalanced_assets],
  };
}
