/** The other process of the store tests: does one thing and dies at a crash point the hard way. */

import { acquireLock } from '../../src/store/lock.js';
import { migrate } from '../../src/store/migrate.js';
import { openWriter } from '../../src/store/open.js';
import { restoreBackup } from '../../src/store/restore.js';
import { backupOnline } from './backup_online.js';

const [mode = '', first = '', second = '', third = ''] = process.argv.slice(2);

function dieAt(wanted: string): { crashPoint: (name: string) => void } {
  return {
    crashPoint: (name) => {
      if (name === wanted) process.kill(process.pid, 'SIGKILL');
    },
  };
}

if (mode === 'lock') {
  acquireLock(first);
  process.stdout.write('locked\n');
  // Lives until killed; the open pipe keeps the process alive.
  process.stdin.resume();
} else if (mode === 'migrate') {
  migrate(openWriter(first), { now_us: 1, dir: second, hooks: dieAt('during_migration') });
} else if (mode === 'backup') {
  await backupOnline(openWriter(first), second, { pages_per_step: 4, hooks: dieAt(third) });
} else if (mode === 'restore') {
  await restoreBackup(first, second, { force: true, aside_suffix: 'killed', hooks: dieAt(third) });
} else {
  throw new Error(`unknown mode ${mode}`);
}
