/**
 * Builds of the daemon that are wrong on purpose. A checker that lets one of them pass proves nothing about the right one.
 * Each is a copy of dist/ with a few lines of the compiled text replaced.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { no_shim_reason } from '../powerloss/powerloss.js';
import { build, type Edit } from './builds.js';
import { Campaign, type CampaignOptions } from './campaign.js';
import { SIGNAL_MUTANTS } from './signal_mutants.js';
import { Violation } from './violation.js';
import { no_clock_reason } from './wall_clock.js';

export interface Mutant {
  readonly name: string;
  readonly needs_power_loss: boolean;
  readonly edits: readonly Edit[];
  /** How its cycles end, where that matters. */
  readonly shape: NonNullable<CampaignOptions['shape']>;
  /** The checks that are there to catch it. */
  readonly caught_by: readonly string[];
}

/** Long enough, also on a busy machine, for every story to be told and for money to run out. */
const KILL = {
  crash_at: '',
  load_ms: 1200,
  backup: false,
  compact: false,
  read_file: false,
  kill_client: undefined,
  clock: undefined,
  tampering: 'no',
} as const;
/** Only large batches are late, so that it is the kill that shows it, and not a client that reads its own write. */
const COMMIT_LATER = `const commit = () => this.#sql.commit.run();
this.commitLater = outcomes.length > 5 ? commit : () => {};
if (outcomes.length <= 5) commit();`;
const WAIT_AND_COMMIT = `if (outcomes.length > 5) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
executor.commitLater();
checkpoints.afterCommit();`;

/** All commands of a batch, and all mutations of one of them, have one time. */
const AVAILABLE_BEFORE = `available: (account, asset) => {
  const seen = (globalThis.seen ??= new Map());
  const key = [now_us, agent_id, account, asset].join();
  if (!seen.has(key)) seen.set(key, available(agent_id, account, asset, now_us));
  return seen.get(key);
},`;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'commits without fsync (synchronous=NORMAL)',
    needs_power_loss: true,
    edits: [
      {
        file: 'store/open.js',
        from: "{ name: 'synchronous', value: 'FULL', reads_back: 2, on: 'writer' }",
        to: "{ name: 'synchronous', value: 'NORMAL', reads_back: 1, on: 'writer' }",
      },
      { file: 'store/open.js', from: 'if (level < 2)', to: 'if (level < 1)' },
    ],
    shape: { ...KILL, power_loss: 'all' },
    // The anchors, which are synced for themselves, know of revisions that the database has lost.
    caught_by: ['acked', 'exit', 'heard'],
  },
  {
    name: 'acknowledges before the commit',
    needs_power_loss: false,
    edits: [
      {
        file: 'writer/execute.js',
        from: "crashPoint('before_commit');\n            this.#sql.commit.run();",
        to: COMMIT_LATER,
      },
      { file: 'writer/worker.js', from: 'checkpoints.afterCommit();', to: WAIT_AND_COMMIT },
    ],
    shape: KILL,
    caught_by: ['acked'],
  },
  {
    name: 'stores no receipts',
    needs_power_loss: false,
    edits: [
      {
        file: 'writer/receipts.js',
        from: 'this.#insert.run(submission.agent_id,',
        to: '((...unused) => unused)(submission.agent_id,',
      },
    ],
    shape: KILL,
    caught_by: ['receipts'],
  },
  {
    name: 'adds some postings to the balance twice',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/ledger/transactions.js',
        from: 'account.posted = add(account, amount, n);',
        to: 'account.posted = add(account, amount, n); if (tx.revision % 50 === 49) account.posted = add(account, amount, n);',
      },
    ],
    shape: KILL,
    caught_by: ['reply', 'read'],
  },
  {
    name: 'writes postings that do not sum to zero',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/ledger/transactions.js',
        from: 'postings: postings.map(([account, asset, amount]) => ({ account, asset, amount })),',
        to: "postings: postings.map(([account, asset, amount], n) => ({ account, asset, amount: n === 1 ? '0.000001' : amount })),",
      },
    ],
    shape: KILL,
    caught_by: ['postings'],
  },
  {
    name: 'leaves what a refused command wrote',
    needs_power_loss: false,
    edits: [
      {
        file: 'writer/execute.js',
        from: 'this.#journal.restore(before);\n            if (error instanceof HoldfastError) {\n                this.#undo();',
        to: 'if (error instanceof HoldfastError) {\n                this.#sql.release.run();',
      },
    ],
    shape: KILL,
    caught_by: ['claims'],
  },
  {
    name: 'does not advance the hash chain',
    needs_power_loss: false,
    edits: [
      {
        file: 'journal/append.js',
        from: 'chainHash(this.#head.hash, {',
        to: 'chainHash(GENESIS_HASH, {',
      },
    ],
    shape: KILL,
    // The next start holds the chain against itself and refuses.
    caught_by: ['chain', 'exit'],
  },
  {
    name: 'lets an operation in doubt be begun again',
    needs_power_loss: false,
    edits: [
      { file: 'tiers/operations/life.js', from: 'status: STATUS.UNKNOWN,', to: 'status: STATUS.FAILED,' },
    ],
    shape: KILL,
    // Guards go on counting what it began as in flight.
    caught_by: ['effects', 'read', 'operation', 'agreement'],
  },
  {
    name: 'forgets a memory and leaves it in the text index',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/semantic/memory_table.js',
        from: 'this.#text.remove(position, indexScope(scope_id, is_superseded), entry);',
        to: '',
      },
    ],
    shape: KILL,
    caught_by: ['agreement'],
  },
  {
    name: 'stores a vector and does not index it',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/semantic/vectors/writer.js',
        from: 'this.enter(generation_id, scope_id, position, codeOf(unit));',
        to: 'if (position % 7 !== 0) this.enter(generation_id, scope_id, position, codeOf(unit));',
      },
    ],
    shape: KILL,
    caught_by: ['agreement'],
  },
  {
    name: 'appends a turn that the window does not count',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/conversations/commands.js',
        from: 'window_tokens: before.window_tokens + tokens,',
        to: 'window_tokens: before.window_tokens + (turn % 5 === 0 ? 0 : tokens),',
      },
    ],
    shape: KILL,
    caught_by: ['agreement', 'reply'],
  },
  {
    name: 'believes a wall clock that was set back',
    needs_power_loss: false,
    edits: [
      {
        file: 'writer/execute.js',
        from: 'const now_us = Math.max(this.#options.clock(), before.time_us);',
        to: 'const now_us = this.#options.clock();',
      },
      {
        file: 'steady_clock.js',
        from: 'if (wall_us <= expected_us)\n            this.#wait(wall_us, expected_us, elapsed_us);',
        to: 'if (wall_us <= expected_us)\n            this.#shown_us = wall_us;',
      },
      // It takes that for right at its next start as well.
      { file: 'journal/verify.js', from: 'if (row.time_us < before.time_us)', to: 'if (false)' },
    ],
    shape: {
      ...KILL,
      load_ms: 300,
      clock: { at_start: { ahead_s: 60 }, under_load: [{ at_ms: 100, to: { ahead_s: -60 } }] },
    },
    caught_by: ['time', 'agreement'],
  },
  {
    name: 'does not act on what its start check finds',
    needs_power_loss: false,
    edits: [
      {
        file: 'start_check.js',
        from: 'if (findings.length === 0)\n            return;\n        const { head_revision }',
        to: 'if (findings.length >= 0)\n            return;\n        const { head_revision }',
      },
    ],
    shape: { ...KILL, tampering: 'loaded', tamperings: 2 },
    caught_by: ['tampering'],
  },
  {
    name: 'summarises turns that were not due',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/conversations/task.js',
        from: 'const { conversation, preamble, summarized_through, due_through } = view;',
        to: 'const { conversation, preamble, summarized_through } = view; const due_through = view.due_through + 1 < view.turns ? view.due_through + 1 : view.due_through;',
      },
    ],
    shape: KILL,
    caught_by: ['summary'],
  },
  ...SIGNAL_MUTANTS,
  {
    name: 'moves a position and not the money',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/composed_sessions.js',
        from: 'const transaction_id = postings.length === 0',
        to: "const transaction_id = postings.length === 0 || args.side === 'SELL'",
      },
    ],
    shape: KILL,
    caught_by: ['reply'],
  },
  {
    name: 'lets a replaced process write on',
    needs_power_loss: false,
    edits: [
      {
        file: 'writer/execute.js',
        from: 'submission.epoch !== 0 && submission.epoch !== current',
        to: 'submission.epoch !== 0 && submission.epoch > current',
      },
    ],
    shape: KILL,
    caught_by: ['fencing'],
  },
  {
    name: 'judges a limit by what was there before the batch',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/composed_guards.js',
        from: 'available: (account, asset) => available(agent_id, account, asset, now_us),',
        to: AVAILABLE_BEFORE,
      },
    ],
    shape: KILL,
    caught_by: ['limit'],
  },
];

export interface MutantResult {
  readonly name: string;
  /** The check that caught it; undefined when it passed. */
  readonly caught_by: string | undefined;
  /** True when it was a check that is there for it. */
  readonly as_meant: boolean;
  readonly message: string;
  /** The cycle that caught it. */
  readonly cycle: number;
}

/** Why the mutant cannot be shown without a C compiler; undefined where it can. */
export function needsCompiler({ needs_power_loss, shape }: Mutant): string | undefined {
  if (needs_power_loss) return no_shim_reason;
  return shape.clock === undefined ? undefined : no_clock_reason;
}

/** Runs the campaign on the mutant until it is caught, at most `cycles` cycles. */
export async function runMutant(mutant: Mutant, seed: number, cycles: number): Promise<MutantResult> {
  const root = mkdtempSync(join(tmpdir(), 'hfx-'));
  let cycle = 1;
  const campaign = new Campaign({
    cycles,
    seed,
    main: build(mutant.edits, root),
    power_loss: mutant.needs_power_loss ? 'always' : 'never',
    shape: mutant.shape,
    onCycle: (done) => {
      cycle = done + 1;
    },
  });
  try {
    await campaign.run();
    return { name: mutant.name, caught_by: undefined, as_meant: false, message: 'it passed', cycle: cycles };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const { check, message } = error;
    return {
      name: mutant.name,
      caught_by: check,
      as_meant: mutant.caught_by.includes(check),
      message,
      cycle,
    };
  } finally {
    campaign.remove();
    rmSync(root, { recursive: true, force: true });
  }
}
