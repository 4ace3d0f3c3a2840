/**
 * How live slots show what other tiers hold: plain lines, the same bytes for the same rows. Amounts are the ledger's own
 * decimal strings, times RFC 3339 in UTC, documents canonical JSON, and free text stands in quotes, so that a line break
 * in it cannot look like a line of ours.
 */
import { canonicalJson } from '../codec/canonical.js';
import { unpackDocument } from '../codec/msgpack.js';
import { formatTimestamp } from '../codec/rfc3339.js';
import { type DocValue, Timestamp } from '../codec/value.js';
import { idAt } from './command.js';
import { unpackEpisode } from './episodic/payload.js';
import type { EpisodeRow } from './episodic/queries.js';
import type { PayloadRow } from './ledger/queries.js';
import type { BalanceView } from './ledger/types.js';
import type { TaskStepView, TaskView } from './tasks/types.js';

export function timeText(at_us: number): string {
  const seconds = Math.floor(at_us / 1_000_000);
  return formatTimestamp(new Timestamp(BigInt(seconds), (at_us - seconds * 1_000_000) * 1_000));
}

export function balanceLine({ account, asset, available, held }: BalanceView): string {
  return `${account} ${asset}: ${available} available, ${held} held`;
}

/** The payload of 'ledger.posted', as tiers/ledger/transactions.ts packs it. */
interface TransactionPayload {
  readonly postings: readonly { readonly account: string; readonly asset: string; readonly amount: string }[];
  readonly description: string;
  readonly reference: string;
  readonly metadata: DocValue;
}

export function transactionLine({ position, time_us, payload }: PayloadRow): string {
  const transaction = unpackDocument(payload) as unknown as TransactionPayload;
  const postings = transaction.postings.map(({ account, asset, amount }) => `${account} ${asset} ${amount}`);
  return [
    `${timeText(time_us)} ${idAt('tx', position)}: ${postings.join(', ')}`,
    ...(transaction.description === '' ? [] : [`description ${JSON.stringify(transaction.description)}`]),
    ...(transaction.reference === '' ? [] : [`reference ${JSON.stringify(transaction.reference)}`]),
    ...(transaction.metadata === null ? [] : [`metadata ${canonicalJson(transaction.metadata)}`]),
  ].join('; ');
}

export function episodeLine(row: EpisodeRow): string {
  const { amounts, outcome, payload } = unpackEpisode(row.payload);
  const known_outcome = row.outcome === null ? outcome : unpackDocument(row.outcome);
  return [
    `${timeText(row.occurred_at_us)} ${row.type}: ${canonicalJson(payload)}`,
    ...Object.entries(amounts).map(([name, amount]) => `${name} ${amount}`),
    ...(known_outcome === undefined ? [] : [`outcome ${canonicalJson(known_outcome)}`]),
  ].join('; ');
}

/** A task, its steps, and the checkpoint stored last. */
export function taskLines(task: TaskView): string[] {
  const lines = [`task ${task.task_id} ${JSON.stringify(task.name)}: ${stateText(task.state)}`];
  if (task.context !== null) lines.push(`context: ${canonicalJson(unpackDocument(task.context))}`);
  lines.push(...task.steps.map(stepLine));
  const last = task.steps
    .filter(({ checkpoint }) => checkpoint !== null)
    // Of steps changed at one moment the later one counts.
    .reduce<TaskStepView | undefined>(
      (best, step) => (best !== undefined && best.updated_us > step.updated_us ? best : step),
      undefined,
    );
  if (last !== undefined && last.checkpoint !== null) {
    lines.push(`last checkpoint, of ${last.step}: ${canonicalJson(unpackDocument(last.checkpoint))}`);
  }
  return lines;
}

function stepLine({ step, description, state, requires_approval, approver, note }: TaskStepView): string {
  return [
    `- ${step}: ${stateText(state)}`,
    ...(description === '' ? [] : [JSON.stringify(description)]),
    ...(requires_approval ? ['requires approval'] : []),
    ...(approver === '' ? [] : [`decided by ${JSON.stringify(approver)}`]),
    ...(note === '' ? [] : [`note ${JSON.stringify(note)}`]),
  ].join('; ');
}

function stateText(state: string): string {
  return state.toLowerCase().replaceAll('_', ' ');
}
