import { resolve } from 'node:path';
import { type Command, EXIT } from './command.js';
import type { Output } from './output.js';
import type { Report } from './verify_file.js';

export const verify: Command = {
  name: 'verify',
  summary: 'check the whole database: pages, journal chain, and what every tier keeps',
  details: `Asks the running daemon, or with --file reads a backup, a copy, or the database of a stopped daemon.
Exit code 4 when something is wrong.`,
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
      // All tiers belong to it; no other command waits for them to be loaded.
      const { verifyFile } = await import('./verify_file.js');
      report = verifyFile(resolve(file), quick, out);
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
