import { resolve } from 'node:path';
import { type Command, EXIT } from './command.js';
import type { Output } from './output.js';

interface Report {
  readonly ok: boolean;
  readonly revision: string;
  readonly checked: string;
  readonly head_hash: Uint8Array;
  readonly findings: readonly { kind: string; revision: string; message: string }[];
}

export const verify: Command = {
  name: 'verify',
  summary: 'check the whole database: pages, journal chain, and what every tier keeps',
  details: `Asks the running daemon, or with --file reads a backup, a copy, or the database of a stopped daemon. In a file of an
older schema it checks pages and journal only: what every tier keeps can be read once a daemon has migrated it. Exit
code 4 when something is wrong.`,
  options: {
    file: { value: 'PATH', help: 'check this file instead of asking the daemon' },
    quick: { help: 'leave out SQLite’s own check of every page' },
  },
  examples: ['holdfast verify', 'holdfast verify --file backups/before-upgrade.db'],
  run: async (context) => {
    const { out } = context;
    const file = context.text('file');
    const quick = context.on('quick');
    let report: Report | undefined;
    if (file !== undefined) {
      report = await reportOn(resolve(file), quick, out);
    } else {
      for await (const message of context.daemon.admin.verify({ skip_integrity_check: quick })) {
        if (message.done) report = message;
        else out.progress(message.phase, Number(message.checked), Number(message.total));
      }
    }
    if (report === undefined) throw new Error('the daemon ended the verification without a result');
    return show(report, out);
  },
};

async function reportOn(path: string, skip_integrity_check: boolean, out: Output): Promise<Report> {
  // All tiers belong to it: only who needs it waits for them to be loaded.
  const { verifyFile } = await import('../tiers/verify.js');
  const options = { skip_integrity_check, leave_out_accepted: false };
  const result = verifyFile(path, options, ({ phase, checked, total }) =>
    out.progress(phase, checked, total),
  );
  if (!result.whole)
    out.remark('of another schema than this program’s: its pages and its journal were checked');
  return {
    ok: result.findings.length === 0,
    revision: String(result.revision),
    checked: String(result.entries),
    head_hash: result.head_hash,
    findings: result.findings.map((finding) => ({ ...finding, revision: String(finding.revision) })),
  };
}

function show(report: Report, out: Output): number {
  const { ok, revision, checked, head_hash, findings } = report;
  out.reply({ ok, revision, checked, head_hash, findings }, () => {
    out.facts([
      ['result', ok ? 'ok' : `${findings.length} findings`],
      ['revision', revision],
      ['entries', checked],
      ['head', Buffer.from(head_hash).toString('hex')],
    ]);
    if (!ok) {
      out.line('');
      const rows = findings.map((one) => [one.kind, one.revision, one.message]);
      out.table(['FINDING', { title: 'REVISION', right: true }, 'MESSAGE'], rows);
    }
  });
  return ok ? EXIT.ok : EXIT.wrong;
}
