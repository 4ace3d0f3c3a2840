/** Wrong builds of signals, consumers, token buckets, audit and vault. */
import type { Mutant } from './mutants.js';

const KILL = { crash_at: '', backup: false, compact: false, read_file: false, kill_client: undefined };

export const SIGNAL_MUTANTS: readonly Mutant[] = [
  {
    name: 'answers some acknowledgements and does not store them',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/signals/settle.js',
        from: `for (const signal of acknowledged)
            this.#remove.run(consumer.position, signal);`,
        to: `for (const signal of acknowledged)
            if (tx.revision % 7 !== 0) this.#remove.run(consumer.position, signal);`,
      },
    ],
    shape: KILL,
    caught_by: ['consumer', 'read', 'reply'],
  },
  {
    name: 'counts some deliveries that it does not hand out',
    needs_power_loss: false,
    edits: [
      {
        file: 'rpc/signals_consume.js',
        from: 'const row = this.#ctx.reads.snapshot(0, ({ signals }) => signals.get(position));',
        to: 'const row = this.#ctx.reads.snapshot(0, ({ signals }) => signals.get(position % 5 === 0 ? -1 : position));',
      },
    ],
    shape: KILL,
    caught_by: ['handed'],
  },
  {
    name: 'moves a consumer past signals that it had no room for',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/signals/consumers.js',
        from: 'const taken = candidates.slice(0, Math.max(0, room));',
        to: 'const taken = candidates.slice(0, Math.max(0, Math.min(room, 3)));',
      },
      {
        file: 'tiers/signals/consumers.js',
        from: 'const scanned = taken.length === candidates.length ? args.scanned : (taken.at(-1) ?? 0);',
        to: 'const scanned = args.scanned;',
      },
    ],
    shape: KILL,
    caught_by: ['consumer'],
  },
  {
    name: 'begins a replay one revision too late',
    needs_power_loss: false,
    edits: [
      {
        file: 'rpc/signals_subscribe.js',
        from: 'lastPositionOf(from_revision)',
        to: 'lastPositionOf(from_revision + 1)',
      },
    ],
    shape: KILL,
    caught_by: ['heard', 'read'],
  },
  {
    name: 'fires an alert with every change below the threshold',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/composed_reactions.js',
        from: 'if ((facts !== undefined) === (rule.fired === 1))',
        to: 'if (facts === undefined && rule.fired === 0)',
      },
    ],
    shape: KILL,
    caught_by: ['alert'],
  },
  {
    name: "takes from an agent's share what the bucket refuses",
    needs_power_loss: false,
    edits: [
      {
        file: 'volatile/token_buckets.js',
        from: 'if (wait_us > ask.max_wait_us)',
        to: `if (share?.holds(tokens, now_us) && share.line.first === undefined) share.take(tokens, now_us);
        if (wait_us > ask.max_wait_us)`,
      },
    ],
    shape: KILL,
    caught_by: ['bucket'],
  },
  {
    name: 'refills buckets twice as fast as they say',
    needs_power_loss: false,
    edits: [
      {
        file: 'volatile/bucket.js',
        from: 'this.#refill * BigInt(now_us - this.#at_us)',
        to: 'this.#refill * BigInt(2 * (now_us - this.#at_us))',
      },
    ],
    shape: KILL,
    caught_by: ['bucket'],
  },
  {
    name: 'adds profits in floating point',
    needs_power_loss: false,
    edits: [
      {
        file: 'tiers/audit/sums.js',
        from: "sum.total.add(row.pnl ?? '0');",
        to: "sum.total.add(Number(row.pnl ?? '0').toFixed(6));",
      },
    ],
    shape: KILL,
    caught_by: ['pnl'],
  },
  {
    name: 'writes a credential into a description that nobody is shown',
    needs_power_loss: false,
    edits: [
      {
        file: 'rpc/vault_mutations.js',
        from: '                description,\n',
        to: '                description: description === "together" ? `together ` + value : description,\n',
      },
      {
        file: 'rpc/vault_mutations.js',
        from: '        description,\n        revision: String(revision),',
        to: '        description: description.replace(/^together.*$/, "together"),\n        revision: String(revision),',
      },
    ],
    shape: KILL,
    caught_by: ['in_clear'],
  },
];
