/** Live sources on the wire. */
import { HoldfastError, invalidField } from '../errors.js';
import type { LiveRecall__Output } from '../gen/holdfast/v1/LiveRecall.js';
import type { LiveSource__Output, LiveSource as WireLiveSource } from '../gen/holdfast/v1/LiveSource.js';
import type { LiveRecall, LiveSource } from '../tiers/working/types.js';
import * as check from './check.js';
import { accountName } from './ledger_mutations.js';

const MAX_ACCOUNTS = 100;
const MAX_ROWS = 200;
const DEFAULT_ROWS = 20;
const MAX_HITS = 50;
const DEFAULT_HITS = 5;
const MAX_QUERY_BYTES = 8192;
const MAX_TAGS = 16;
const MAX_NAMESPACES = 16;
const MAX_WINDOW_TOKENS = 2_000_000;

/** @throws HoldfastError FIELD_REQUIRED without a source, or what is wrong with it. */
export function parseLive(live: LiveSource__Output | null | undefined): LiveSource {
  const source = live?.source;
  if (live === null || live === undefined || source === undefined) {
    throw new HoldfastError('FIELD_REQUIRED', 'source: what the slot shows is required', { field: 'source' });
  }
  return check.within(source, () => parseSource(live, source));
}

function parseSource(live: LiveSource__Output, kind: NonNullable<LiveSource__Output['source']>): LiveSource {
  switch (kind) {
    case 'portfolio': {
      const { accounts } = check.required(live.portfolio, kind);
      return { kind, accounts: names(accounts, 'accounts', MAX_ACCOUNTS, plainAccount) };
    }
    case 'transactions': {
      const { limit, account } = check.required(live.transactions, kind);
      return {
        kind,
        limit: rows(limit, MAX_ROWS, DEFAULT_ROWS),
        account: account === '' ? '' : plainAccount(account, 'account'),
      };
    }
    case 'episodes': {
      const { type, limit } = check.required(live.episodes, kind);
      return {
        kind,
        type: type === '' ? '' : check.plainId(type, 'type'),
        limit: rows(limit, MAX_ROWS, DEFAULT_ROWS),
      };
    }
    case 'conversation': {
      const { conversation_id, max_tokens } = check.required(live.conversation, kind);
      return {
        kind,
        conversation_id: check.plainId(conversation_id, 'conversation_id'),
        max_tokens: check.integer(max_tokens, 'max_tokens', 0, MAX_WINDOW_TOKENS),
      };
    }
    case 'recall':
      return parseRecall(check.required(live.recall, kind));
    case 'task': {
      const { task_id } = check.required(live.task, kind);
      return { kind, task_id: task_id === '' ? '' : check.plainId(task_id, 'task_id') };
    }
  }
}

const MODES: Readonly<Record<string, LiveRecall['mode']>> = {
  RECALL_MODE_UNSPECIFIED: 'HYBRID',
  RECALL_MODE_HYBRID: 'HYBRID',
  RECALL_MODE_VECTOR: 'VECTOR',
  RECALL_MODE_KEYWORD: 'KEYWORD',
};

function parseRecall({ query, mode, limit, tags, namespaces }: LiveRecall__Output): LiveRecall {
  const known = MODES[mode];
  if (known === undefined) throw invalidField('mode', 'is not a value of the enum', { actual: String(mode) });
  return {
    kind: 'recall',
    query: check.text(check.required(query, 'query'), 'query', MAX_QUERY_BYTES),
    mode: known,
    limit: rows(limit, MAX_HITS, DEFAULT_HITS),
    tags: names(tags, 'tags', MAX_TAGS, check.plainId),
    namespaces: names(namespaces, 'namespaces', MAX_NAMESPACES, check.plainId),
  };
}

function plainAccount(value: string, field: string): string {
  return check.withoutSecret(accountName(value, field), field);
}

function rows(limit: number, max: number, fallback: number): number {
  return check.integer(limit, 'limit', 0, max) || fallback;
}

/** A set of names, in one order: their order means nothing. */
function names(
  values: readonly string[],
  field: string,
  max: number,
  checkName: (value: string, field: string) => string,
): string[] {
  const checked = check
    .list(values, field, 0, max)
    .map((value, index) => checkName(value, `${field}[${index}]`));
  return [...new Set(checked)].sort();
}

export function toLive({ kind, ...fields }: LiveSource): WireLiveSource {
  if ('mode' in fields) return { [kind]: { ...fields, mode: `RECALL_MODE_${fields.mode}` } };
  return { [kind]: fields };
}
