import type { Command } from './command.js';
import { bytesCell, durationCell } from './values.js';

export const backup: Command = {
  name: 'backup',
  summary: 'copy and verify the database while it is used',
  details: 'The copy is kept in the state folder under backups/. Everything acknowledged before is in it.',
  args: [{ name: 'NAME', help: 'file name; made from time and revision by default', optional: true }],
  examples: ['holdfast backup', 'holdfast backup before-upgrade'],
  run: async ({ daemon, out, args: [name = ''] }) => {
    for await (const progress of daemon.admin.backup({ name })) {
      if (!progress.done) {
        out.progress('copying pages', Number(progress.copied_pages), Number(progress.total_pages));
        continue;
      }
      out.reply(progress, () =>
        out.facts([
          ['backup', progress.path],
          ['size', bytesCell(progress.size_bytes)],
          ['revision', progress.revision],
          ['took', durationCell(progress.took)],
          ['verified', 'yes'],
        ]),
      );
    }
  },
};
