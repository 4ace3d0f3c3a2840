// Changes files through node:fs, some of it synced and some not, prints "done" and waits to be killed: node file-writer.js DIR.
import * as fs from 'node:fs';
import { join } from 'node:path';

const dir = process.argv[2] ?? '';
const at = (name: string): string => join(dir, name);

function syncFolder(): void {
  const fd = fs.openSync(dir, 'r');
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

function writeSynced(name: string, text: string): void {
  const fd = fs.openSync(at(name), 'w');
  fs.writeSync(fd, text);
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

for (const name of [
  'appended',
  'vectored',
  'cut',
  'emptied',
  'removed',
  'renamed',
  'replaced',
  'by_threads',
]) {
  writeSynced(name, `${name}: synced`);
}
writeSynced('replaced.new', 'the new content');
syncFolder();

// Done the right way, and so to be found afterwards: written, synced, renamed, the folder synced.
writeSynced('anchor.new', 'anchor');
fs.renameSync(at('anchor.new'), at('anchor'));
syncFolder();

fs.appendFileSync(at('appended'), ' lost');
const vectored = fs.openSync(at('vectored'), 'r+');
fs.writevSync(vectored, [Buffer.from('LO'), Buffer.from('ST')], 3);
fs.writevSync(vectored, [Buffer.from('LO'), Buffer.from('ST')]);
fs.truncateSync(at('cut'), 3);
fs.writeFileSync(at('emptied'), 'lost');
fs.unlinkSync(at('removed'));
fs.renameSync(at('renamed'), at('renamed.new'));
fs.renameSync(at('replaced.new'), at('replaced'));
fs.writeFileSync(at('created'), 'lost');
writeSynced('created_without_folder_sync', 'lost');

// The promises go through libuv's threads, many writes to one file at a time.
const handle = await fs.promises.open(at('by_threads'), 'r+');
await Promise.all(Array.from({ length: 200 }, (_, index) => handle.write(`thread ${index} `, index * 7)));
fs.writeSync(1, 'done\n');
setInterval(() => {}, 1_000_000);
