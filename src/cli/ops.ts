import { listAll } from '@holdfast/client';
import type { Operation__Output } from '@holdfast/client/types/Operation.js';
import { OperationStatus } from '@holdfast/client/types/OperationStatus.js';
import { type Command, type Context, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { countArgument, documentArgument, documentCell, enumArgument, enumCell, timeCell } from './values.js';

const PREFIX = 'OPERATION_STATUS_';
const KEY = { name: 'KEY', help: 'the operation’s key' };

const list: Command = {
  name: 'ops list',
  summary: 'list operations, newest first',
  options: {
    ...LIMIT,
    status: { value: 'STATUS', help: 'in-flight, completed, failed or unknown [all]', multiple: true },
    operation: { value: 'NAME', help: 'only operations of this name' },
  },
  examples: ['holdfast --agent alpha ops list --status unknown'],
  run: async (context) => {
    const statuses = context
      .texts('status')
      .map((text) => enumArgument(OperationStatus, PREFIX, text, 'status'));
    const request = { statuses, operation: context.text('operation') ?? '' };
    const found = await take(context, listAll(context.holdfast.operations.listOperations, request));
    context.out.reply(found, () =>
      context.out.table(
        [
          'KEY',
          'OPERATION',
          'STATUS',
          { title: 'ATTEMPT', right: true },
          'CLIENT ORDER ID',
          'UPDATED',
          'PARAMS',
        ],
        found.map((one) => [
          one.key,
          one.operation,
          enumCell(one.status, PREFIX),
          one.attempt,
          one.client_order_id,
          timeCell(one.updated_at),
          documentCell(one.params, 60),
        ]),
        'no operations',
      ),
    );
  },
};

function show(context: Context, one: Operation__Output | null): void {
  if (one === null) return;
  context.out.facts([
    ['key', one.key],
    ['operation', one.operation],
    ['status', enumCell(one.status, PREFIX)],
    ['client order id', one.client_order_id],
    ['attempt', one.attempt],
    ['on crash', enumCell(one.on_crash, 'ON_CRASH_')],
    ['lease expires', timeCell(one.lease_expires_at)],
    ['epoch', one.epoch],
    ['holds', one.hold_ids.join(', ')],
    ['task', one.task_id === '' ? '' : `${one.task_id}, step ${one.step}`],
    ['begun', timeCell(one.begun_at)],
    ['updated', `${timeCell(one.updated_at)}, revision ${one.revision}`],
    ['params', one.params?.json],
    ['result', one.result?.json],
    ['evidence', one.evidence?.json],
  ]);
}

const showOne: Command = {
  name: 'ops show',
  summary: 'one operation in full',
  args: [KEY],
  examples: ['holdfast --agent alpha ops show order-42'],
  run: async (context) => {
    const { operation } = await context.holdfast.operations.getOperation({ key: context.arg(0) });
    context.out.reply(operation, () => show(context, operation));
  },
};

const resolve: Command = {
  name: 'ops resolve',
  summary: 'settle an operation whose outcome is unknown',
  details: `Ask the outside first, by the client order id that ops show prints. This is final: with --happened the operation is
completed, what --settle names of its holds moves and the others are released; with --did-not-happen its holds are released and it
may be begun again.`,
  args: [KEY],
  options: {
    happened: { help: 'it took place' },
    'did-not-happen': { help: 'it did not' },
    evidence: { value: 'JSON', help: 'what the outside said; required' },
    result: { value: 'JSON', help: 'its result, with --happened' },
    settle: {
      value: 'HOLD[,AMOUNT[,ACCOUNT]]',
      help: 'what moves of a hold, with --happened [all of it, to world]',
      multiple: true,
    },
    attempt: { value: 'N', help: 'the attempt that you asked about: refused if another one followed [any]' },
  },
  examples: [
    `holdfast --agent alpha ops resolve order-42 --happened --result '{"filled": "1.5"}' --evidence '{"exchange": "order 991 filled"}'`,
    `holdfast --agent alpha ops resolve order-43 --did-not-happen --attempt 1 --evidence '{"exchange": "no such order"}'`,
  ],
  run: async (context) => {
    const happened = context.on('happened');
    if (happened === context.on('did-not-happen'))
      throw new UsageError('either --happened or --did-not-happen');
    const evidence = context.text('evidence');
    if (evidence === undefined) throw new UsageError('--evidence is required: what did the outside say?');
    const result = context.text('result');
    const settlements = context.texts('settle').map(settlementArgument);
    if (result !== undefined && !happened) throw new UsageError('--result belongs to --happened');
    if (settlements.length > 0 && !happened) throw new UsageError('--settle belongs to --happened');
    const attempt = context.text('attempt');
    const { operation, warnings } = await context.holdfast.operations.resolveOperation({
      key: context.arg(0),
      attempt: attempt === undefined ? 0 : Number(countArgument(attempt, '--attempt')),
      evidence: documentArgument(evidence),
      ...(happened
        ? { happened: { settlements, ...(result !== undefined && { result: documentArgument(result) }) } }
        : { did_not_happen: {} }),
    });
    context.out.reply(operation, () => show(context, operation));
    for (const { guard, message } of warnings) context.out.remark(`guard ${guard} warns: ${message}`);
  },
};

/** `HOLD[,AMOUNT[,ACCOUNT]]`, where an empty AMOUNT is all of it. */
function settlementArgument(text: string): { hold_id: string; amount: string; to_account: string } {
  const [hold_id = '', amount = '', to_account = '', ...more] = text.split(',');
  if (hold_id === '' || more.length > 0)
    throw new UsageError(`"${text}" must be HOLD, HOLD,AMOUNT or HOLD,AMOUNT,ACCOUNT`);
  return { hold_id, amount, to_account };
}

export const opsCommands: readonly Command[] = [list, showOne, resolve];
