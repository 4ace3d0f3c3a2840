/** The preconditions of a Transact: their requests checked. */
import { parseAmount } from '../codec/amount.js';
import { HoldfastError } from '../errors.js';
import type { Precondition__Output } from '../gen/holdfast/v1/Precondition.js';
import type { PreconditionArgs } from '../tiers/composed_preconditions.js';
import * as check from './check.js';
import { accountName, assetName } from './ledger_mutations.js';
import { statusOf } from './operations.js';
import { operationKey } from './operations_mutations.js';

const MAX_PRECONDITIONS = 64;

/** @param outer_agent_id whose they are when they name no agent. */
export function preconditions(
  values: readonly Precondition__Output[],
  outer_agent_id: string,
): PreconditionArgs[] {
  return check.list(values, 'preconditions', 0, MAX_PRECONDITIONS).map((value, index) => {
    const at = `preconditions[${index}]`;
    const kind = value.precondition;
    if (kind === undefined)
      throw new HoldfastError('FIELD_REQUIRED', `${at} holds no precondition`, { field: at });
    return check.within(`${at}.${kind}`, () => parseOne(value, kind, outer_agent_id));
  });
}

function parseOne(
  value: Precondition__Output,
  kind: NonNullable<Precondition__Output['precondition']>,
  outer_agent_id: string,
): PreconditionArgs {
  const agentOf = ({ agent_id }: { readonly agent_id: string }): string =>
    agent_id === '' ? outer_agent_id : check.id(agent_id, 'agent_id');
  switch (kind) {
    case 'state_version': {
      const wanted = check.required(value.state_version, kind);
      const name = check.name(wanted.name, 'name');
      return { kind, agent_id: agentOf(wanted), name, version: check.counter(wanted.version, 'version') };
    }
    case 'available_at_least': {
      const wanted = check.required(value.available_at_least, kind);
      return {
        kind,
        agent_id: agentOf(wanted),
        account: accountName(wanted.account, 'account'),
        asset: assetName(wanted.asset, 'asset'),
        amount: parseAmount(check.required(wanted.amount, 'amount'), 'amount'),
      };
    }
    case 'operation_is': {
      const wanted = check.required(value.operation_is, kind);
      const status =
        wanted.status === 'OPERATION_STATUS_UNSPECIFIED' ? '' : statusOf(wanted.status, 'status');
      return { kind, agent_id: agentOf(wanted), key: operationKey(wanted.key), status };
    }
    case 'field_equals': {
      const wanted = check.required(value.field_equals, kind);
      return {
        kind,
        agent_id: agentOf(wanted),
        name: check.name(wanted.name, 'name'),
        value: check.optionalDocument(wanted.value, 'value'),
      };
    }
  }
}
