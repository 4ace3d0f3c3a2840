import { resolve } from 'node:path';
import { signingKeyPath } from '../anchors/key.js';
import { anchorRestored } from '../anchors/restored.js';
import { readWhereabouts } from '../config.js';
import { anchorFile } from '../config_anchors.js';
import { HoldfastError } from '../errors.js';
import { giveToOwner } from '../store/ownership.js';
import { restoreBackup } from '../store/restore.js';
import { type Command, type Context, EXIT } from './command.js';
import { bytesCell } from './values.js';

export const restore: Command = {
  name: 'restore',
  summary: 'put a backup in place of a stopped daemon’s database',
  details: `The daemon must be stopped. The pages of the backup are verified before anything is touched, and all of its copy before that
takes its place: pages, journal and what every tier keeps, as verify --file does (of a backup of an older schema pages and
journal). A database that is already there is only replaced with --force, and kept beside it under another name. The restore
is written to the anchor file, signed: the daemon then accepts the older database, and the file shows it. That file is the
one of the daemon's configuration (--config FILE of the daemon: HOLDFAST_CONFIG=FILE here); one that the configuration names
for another state folder is left alone.`,
  args: [{ name: 'FILE', help: 'the backup' }],
  options: {
    force: { help: 'replace the database that is there, keeping it under another name' },
    'other-database': { help: 'also where the backup is of another database than the one that is there' },
    damaged: {
      help: 'also where its journal or a tier does not verify (damaged pages never); the next start then asks for --accept-damage',
    },
    'anchor-file': {
      value: 'PATH',
      help: 'as the daemon has it [as configured, or STATE_DIR/anchors.jsonl]',
    },
  },
  examples: [
    'holdfast restore ~/.local/state/holdfast/backups/before-upgrade.db --force',
    'holdfast --state-dir /tmp/try restore before-upgrade.db',
  ],
  run: async (context) => {
    const { out, state_dir } = context;
    out.progress('verifying and copying', 0, 0);
    const source = resolve(context.arg(0));
    const here = readWhereabouts(context.env);
    // A drill in a folder of its own must not touch the anchors of the database in use.
    const configured = here.state_dir === state_dir ? here.anchor_file : '';
    const anchor_file = anchorFile(
      state_dir,
      context.text('anchor-file') ?? context.env.HOLDFAST_ANCHOR_FILE ?? configured,
    );
    let anchor_set_aside: string | undefined;
    let verified = '';
    const check = await checker(context, source);
    const report = await restoreBackup(source, state_dir, {
      force: context.on('force'),
      other_database: context.on('other-database'),
      check: (copy) => {
        verified = check(copy);
      },
      onSwapped: async (database) => {
        anchor_set_aside = await anchorRestored(database, state_dir, anchor_file);
        giveToOwner(state_dir, [anchor_file, signingKeyPath(state_dir)]);
      },
    }).catch(hint);
    out.reply({ ...report, state_dir, verified }, () => {
      out.facts([
        ['restored', report.path],
        ['from', source],
        ['size', bytesCell(report.size_bytes)],
        ['schema', report.user_version],
        ['verified', verified],
        ['kept', report.kept.join(', ')],
        ['anchored in', anchor_file],
      ]);
      if (anchor_set_aside !== undefined)
        out.line(`\nThe anchor file could not be gone by and was kept as ${anchor_set_aside}.`);
      out.line('\nNext: start the daemon (holdfast serve), then run holdfast verify.');
      if (report.kept.length > 0) out.line('Delete the kept files once you are sure.');
    });
    return EXIT.ok;
  },
};

/** The check of the copy: what is sound about it, or what is wrong, thrown. All tiers belong to it: a moment to load. */
async function checker(context: Context, source: string): Promise<(copy: string) => string> {
  const { verifyFile } = await import('../tiers/verify.js');
  // The pages were checked when the copy was made. What was accepted at a start is in the backup as it is in the database.
  const options = { skip_integrity_check: true, leave_out_accepted: true };
  return (copy) => {
    const { findings, whole } = verifyFile(copy, options, ({ phase, checked, total }) =>
      context.out.progress(phase, checked, total),
    );
    const [first] = findings;
    if (first === undefined)
      return whole ? 'pages, journal and every tier' : 'pages and journal (older schema)';
    if (context.on('damaged')) return `NO: ${findings.length} findings, ${first.message}`;
    const advice = 'holdfast verify --file lists them; --damaged restores it nevertheless';
    throw new HoldfastError(
      'DATA_LOSS',
      `${source} does not verify: ${first.message} (${findings.length} findings): choose another, or ${advice}`,
    );
  };
}

/** Says in the command line's words what to do about a refusal. */
function hint(error: unknown): never {
  if (!(error instanceof HoldfastError)) throw error;
  const { reason, message, details } = error;
  if (reason === 'ALREADY_EXISTS') {
    const replaces = '--force replaces it and keeps the old one under another name';
    throw new HoldfastError(reason, `${message.split(';')[0]}; ${replaces}`, details);
  }
  if (details.metadata?.backup_database_id !== undefined) {
    const advice = 'see which folder is meant; --other-database replaces it nevertheless';
    throw new HoldfastError(reason, `${message}: ${advice}`, details);
  }
  throw error;
}
