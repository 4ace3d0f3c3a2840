import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { PnlGroup } from '@holdfast/client/types/PnlGroup.js';
import { verifyProof } from '../proof/verify.js';
import { type Command, type Context, EXIT, type Option, UsageError } from './command.js';
import { withFile } from './files.js';
import {
  countArgument,
  documentArgument,
  documentCell,
  enumArgument,
  timeArgument,
  timeCell,
} from './values.js';

const FILTER: Readonly<Record<string, Option>> = {
  since: { value: 'TIME', help: 'only recorded at or after: 2026-11-20T12:00:00Z, or 24h for a day ago' },
  until: { value: 'TIME', help: 'only before' },
  action: { value: 'ACTION', help: 'only this action, such as bet' },
  market: { value: 'MARKET', help: 'only this market' },
};

/** One agent's, or everybody's where none is named. */
function filter(context: Context) {
  const since = context.text('since');
  const until = context.text('until');
  return {
    agent_id: context.agent ?? '*',
    action: context.text('action') ?? '',
    market: context.text('market') ?? '',
    ...(since !== undefined && { since: timeArgument(since, '--since') }),
    ...(until !== undefined && { until: timeArgument(until, '--until') }),
  };
}

const record: Command = {
  name: 'audit record',
  summary: 'record an action',
  args: [
    { name: 'ACTION', help: 'such as bet, order, escrow_deposit' },
    { name: 'META', help: 'JSON, @FILE, or - for standard input', optional: true },
  ],
  options: {
    market: { value: 'MARKET', help: 'where' },
    amount: { value: 'AMOUNT', help: 'how much, signed; with --asset' },
    asset: { value: 'ASSET', help: 'of the amount' },
    status: { value: 'STATUS', help: 'such as win, loss, filled' },
    'tx-id': { value: 'ID', help: 'of the transaction outside' },
    pnl: { value: 'AMOUNT', help: 'the result, signed; 0 is a result, too' },
    'pnl-asset': { value: 'ASSET', help: 'of the result [--asset]' },
    'wall-time': { value: 'TIME', help: 'when it happened' },
  },
  examples: ['holdfast --agent alpha audit record bet --market coin-flip --amount 5 --asset USDC --pnl -5'],
  run: async (context) => {
    const wall_time = context.text('wall-time');
    const [action = '', meta] = context.args;
    const reply = await context.holdfast.audit.recordAction({
      action,
      market: context.text('market') ?? '',
      amount: context.text('amount') ?? '',
      asset: context.text('asset') ?? '',
      status: context.text('status') ?? '',
      tx_id: context.text('tx-id') ?? '',
      pnl: context.text('pnl') ?? '',
      pnl_asset: context.text('pnl-asset') ?? '',
      ...(wall_time !== undefined && { wall_time: timeArgument(wall_time, '--wall-time') }),
      ...(meta !== undefined && { meta: documentArgument(meta) }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['action', reply.action_id],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

const replay: Command = {
  name: 'audit replay',
  summary: 'print recorded actions, oldest first, all of them',
  details: 'All agents unless --agent names one. With --json one JSON object per line.',
  options: {
    ...FILTER,
    status: { value: 'STATUS', help: 'only with this status' },
    from: { value: 'REVISION', help: 'only after this revision' },
  },
  examples: ['holdfast audit replay --since 24h', 'holdfast --agent alpha audit replay --action bet --json'],
  run: async (context) => {
    const { out, daemon } = context;
    const request = {
      ...filter(context),
      status: context.text('status') ?? '',
      from_revision: countArgument(context.text('from') ?? '0', '--from'),
    };
    for await (const { actions } of daemon.audit.replayActions(request)) {
      for (const one of actions) {
        out.reply(one, () => {
          const amount = one.amount === '' ? '' : `${one.amount} ${one.asset}`;
          const pnl = one.pnl === '' ? '' : `pnl ${one.pnl} ${one.pnl_asset}`;
          const cells = [
            one.revision,
            timeCell(one.recorded_at),
            one.agent_id,
            one.action,
            one.market,
            amount,
          ];
          const rest = [one.status, pnl, one.tx_id, documentCell(one.meta, 80)];
          out.line([...cells, ...rest].filter((cell) => cell !== '').join('  '));
        });
      }
    }
  },
};

const SPLITS = [
  { group: PnlGroup.PNL_GROUP_AGENT, title: 'AGENT', field: 'agent_id' },
  { group: PnlGroup.PNL_GROUP_MARKET, title: 'MARKET', field: 'market' },
  { group: PnlGroup.PNL_GROUP_DAY, title: 'DAY', field: 'day' },
] as const;

const pnl: Command = {
  name: 'audit pnl',
  summary: 'add up the results of recorded actions, exactly, over all of them',
  details: `Adds what audit record and RecordAction told, and nothing else: trades of sessions are not among them. What a
session made is its p&l in sessions show, trade by trade in sessions trades.`,
  options: {
    ...FILTER,
    by: { value: 'GROUP', help: 'split by agent, market or day, or by several of them', multiple: true },
  },
  examples: ['holdfast audit pnl --by agent --by day', 'holdfast --agent alpha audit pnl --since 7d'],
  run: async (context) => {
    const group_by = context.texts('by').map((text) => enumArgument(PnlGroup, 'PNL_GROUP_', text, 'by'));
    const reply = await context.daemon.audit.sumPnl({ ...filter(context), group_by });
    context.out.reply(reply, () => {
      const right = true;
      const split = SPLITS.filter(({ group }) => group_by.includes(group));
      context.out.table(
        [...split.map(({ title }) => title), 'ASSET', { title: 'PNL', right }, { title: 'ACTIONS', right }],
        reply.sums.map((one) => [...split.map(({ field }) => one[field]), one.asset, one.pnl, one.actions]),
        'no results',
      );
    });
  },
};

const checkpoint: Command = {
  name: 'audit checkpoint',
  summary: 'print the newest revision and its hash, signed now',
  details: `Keep it somewhere else: whoever changes the database cannot make it agree with a checkpoint that you have. The
public key is what audit verify needs.`,
  examples: ['holdfast audit checkpoint --json | tee -a checkpoints.jsonl'],
  run: async ({ daemon, out }) => {
    const reply = await daemon.audit.getCheckpoint({});
    const one = reply.checkpoint;
    if (one === null || one === undefined) throw new Error('the daemon gave no checkpoint');
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    const shown = {
      ...one,
      hash: hex(one.hash),
      signature: hex(one.signature),
      public_key: hex(one.public_key),
    };
    out.reply(shown, () =>
      out.facts([
        ['database', one.database_id],
        ['revision', one.revision],
        ['hash', shown.hash],
        ['signed', timeCell(one.signed_at)],
        ['signature', shown.signature],
        ['public key', shown.public_key],
      ]),
    );
  },
};

const exportProof: Command = {
  name: 'audit export',
  summary: 'write a proof of what was journaled, for somebody without a daemon',
  details: `All payloads unless --agent names one: the entries of other agents then carry digests only. A file that exists is
not overwritten.`,
  args: [{ name: 'FILE', help: 'where to' }],
  options: {
    from: { value: 'REVISION', help: 'only after this revision [the beginning]' },
    until: { value: 'REVISION', help: 'only up to this one [the newest]' },
  },
  examples: ['holdfast --agent alpha audit export alpha.proof'],
  run: async (context) => {
    const path = resolve(context.arg(0));
    const request = {
      agent_id: context.agent ?? '*',
      from_revision: countArgument(context.text('from') ?? '0', '--from'),
      until_revision: countArgument(context.text('until') ?? '0', '--until'),
    };
    const chunks = context.daemon.audit.exportProof(request)[Symbol.asyncIterator]();
    // The first chunk before the file: a refusal leaves none behind.
    let next = await chunks.next();
    const fd = withFile('write', path, () => openSync(path, 'wx', 0o600));
    let size_bytes = 0;
    try {
      for (; !next.done; next = await chunks.next()) {
        size_bytes += next.value.chunk.length;
        for (let rest = next.value.chunk; rest.length > 0; ) rest = rest.subarray(writeSync(fd, rest));
      }
    } finally {
      closeSync(fd);
    }
    context.out.reply({ path, size_bytes }, () =>
      context.out.facts([
        ['proof', path],
        ['bytes', size_bytes],
      ]),
    );
  },
};

const verify: Command = {
  name: 'audit verify',
  summary: 'check a proof file, or have the daemon check its journal and anchors',
  details: `A proof is checked here, without a daemon and by code of its own. The public key must not come from the file:
holdfast audit checkpoint prints it. Without FILE the daemon verifies its journal, every payload and every anchor.
Exit code 4 when something is wrong, 1 when the file cannot be read.`,
  args: [{ name: 'FILE', help: 'a proof made by audit export', optional: true }],
  options: { pubkey: { value: 'KEY', help: 'the signing key’s public half, 64 hex digits' } },
  examples: ['holdfast audit verify alpha.proof --pubkey KEY', 'holdfast audit verify'],
  run: async (context) => {
    const [file] = context.args;
    const key = context.text('pubkey');
    if (file === undefined) {
      if (key !== undefined) throw new UsageError('--pubkey goes with a FILE');
      return verifyByDaemon(context);
    }
    if (key === undefined) throw new UsageError('name the public key: --pubkey KEY');
    if (!/^[0-9A-Fa-f]{64}$/.test(key)) throw new UsageError('--pubkey must be 64 hex digits');
    const { out } = context;
    const report = withFile('read', file, () => verifyProof(resolve(file), key));
    out.reply(report, () =>
      out.facts([
        ['result', report.ok ? 'ok' : `wrong: ${report.problem}`],
        ['database', report.database_id],
        ['payloads of', report.agent_id === '*' ? 'every agent' : report.agent_id],
        ['revisions', `${report.from_revision + 1}..${report.until_revision}`],
        ['entries', `${report.entries}, ${report.payloads} with their payload`],
        ['signed', report.signed_at_us > 0 ? new Date(report.signed_at_us / 1000).toISOString() : ''],
      ]),
    );
    return report.ok ? EXIT.ok : EXIT.wrong;
  },
};

async function verifyByDaemon({ daemon, out }: Context): Promise<number> {
  for await (const message of daemon.audit.verifyJournal({})) {
    if (!message.done) {
      out.progress('journal', Number(message.checked), Number(message.total));
      continue;
    }
    const { ok, revision, checked, anchors, head_hash, findings } = message;
    out.reply({ ok, revision, checked, anchors, head_hash, findings }, () => {
      out.facts([
        ['result', ok ? 'ok' : `${findings.length} findings`],
        ['revision', revision],
        ['entries', checked],
        ['anchors', anchors],
        ['head', Buffer.from(head_hash).toString('hex')],
      ]);
      if (ok) return;
      out.line('');
      const rows = findings.map((one) => [one.kind, one.revision, one.message]);
      out.table(['FINDING', { title: 'REVISION', right: true }, 'MESSAGE'], rows);
    });
    return ok ? EXIT.ok : EXIT.wrong;
  }
  throw new Error('the daemon ended the verification without a result');
}

export const auditCommands: readonly Command[] = [record, replay, pnl, checkpoint, exportProof, verify];
