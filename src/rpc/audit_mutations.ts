/** The mutation of service Audit. */
import { parseAmount } from '../codec/amount.js';
import { unpackDocument } from '../codec/msgpack.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { RecordActionRequest__Output } from '../gen/holdfast/v1/RecordActionRequest.js';
import type { RecordActionArgs } from '../tiers/audit/commands.js';
import { packAction } from '../tiers/audit/payload.js';
import * as check from './check.js';
import { assetName } from './ledger_mutations.js';
import type { MutationSpecs } from './mutation.js';

export const auditMutations: MutationSpecs<'record_action'> = {
  record_action: { parse: parseAction, reply: ({ action_id }) => ({ action_id }) },
};

/** An optional name that callers make up: '' = none. */
export function optionalName(value: string, field: string, max = 64): string {
  return value === '' ? value : check.withoutSecret(check.name(value, field, max), field);
}

const optionalAmount = (value: string, field: string): string =>
  value === '' ? value : parseAmount(value, field);

const optionalAsset = (value: string, field: string): string =>
  value === '' ? value : assetName(value, field);

function parseAction(request: RecordActionRequest__Output): RecordActionArgs {
  const action = check.withoutSecret(check.name(request.action, 'action', 64), 'action');
  const market = optionalName(request.market, 'market');
  const amount = optionalAmount(request.amount, 'amount');
  const asset = optionalAsset(request.asset, 'asset');
  const status = optionalName(request.status, 'status');
  const tx_id = optionalName(request.tx_id, 'tx_id', 128);
  const pnl = optionalAmount(request.pnl, 'pnl');
  const wall_time_us = check.optionalTimestamp(request.wall_time, 'wall_time');
  const meta = check.optionalDocument(request.meta, 'meta');
  const given_pnl_asset = optionalAsset(request.pnl_asset, 'pnl_asset');
  if (amount !== '' && asset === '') throw missing('asset', 'amount');
  if (asset !== '' && amount === '') throw missing('amount', 'asset');
  const pnl_asset = pnl === '' ? '' : given_pnl_asset || asset;
  if (pnl !== '' && pnl_asset === '') throw missing('pnl_asset', 'pnl');
  if (pnl === '' && given_pnl_asset !== '')
    throw invalidField('pnl_asset', 'belongs to a pnl, and there is none');
  const payload = packAction({
    action,
    ...(market !== '' && { market }),
    ...(amount !== '' && { amount, asset }),
    ...(status !== '' && { status }),
    ...(tx_id !== '' && { tx_id }),
    ...(pnl !== '' && { pnl, pnl_asset }),
    ...(wall_time_us !== null && { wall_time_us }),
    ...(meta !== null && { meta: unpackDocument(meta) }),
  });
  return { action, market, status, pnl: pnl === '' ? null : pnl, pnl_asset, payload };
}

function missing(field: string, because: string): HoldfastError {
  return new HoldfastError('FIELD_REQUIRED', `${field} is required with ${because}`, { field });
}
