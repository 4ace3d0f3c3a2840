/** Credentials: values come from standard input or a file and go to standard output, never into the command line. */
import { readFileSync } from 'node:fs';
import { listAll } from '@holdfast/client';
import { addKey } from '../vault/key_file.js';
import { type Command, UsageError } from './command.js';
import { withFile } from './files.js';
import { LIMIT, take } from './lists.js';
import { spanArgument, timeCell } from './values.js';

const NAME = { name: 'NAME', help: 'of the credential' };

const put: Command = {
  name: 'vault put',
  summary: 'store a credential, read from standard input or a file',
  details: 'One line feed at the end of the input is left out.',
  args: [NAME],
  options: {
    file: { value: 'FILE', help: 'read the value from here instead of standard input' },
    ttl: { value: 'SPAN', help: 'forget it after this, such as 30d' },
    description: { value: 'TEXT', help: 'in clear' },
  },
  examples: ['holdfast --agent alpha vault put exchange --file key.txt'],
  run: async (context) => {
    const ttl = context.text('ttl');
    const { credential } = await context.holdfast.vault.putCredential({
      name: context.arg(0),
      value: valueFrom(context.text('file')),
      description: context.text('description') ?? '',
      ...(ttl === undefined ? {} : { ttl: { seconds: spanArgument(ttl, '--ttl'), nanos: 0 } }),
    });
    context.out.reply(credential, () =>
      context.out.facts([
        ['credential', credential?.name ?? ''],
        ['version', String(credential?.version ?? 0)],
        ['master key', credential?.key_id ?? ''],
      ]),
    );
  },
};

const get: Command = {
  name: 'vault get',
  summary: 'write a credential to standard output; the read is journaled',
  details: 'A line feed follows it on a terminal only.',
  args: [NAME],
  options: { purpose: { value: 'TEXT', help: 'why; journaled [holdfast vault get]' } },
  examples: ['holdfast --agent alpha vault get exchange --purpose "new bot"'],
  run: async (context) => {
    const purpose = context.text('purpose') ?? 'holdfast vault get';
    const reply = await context.holdfast.vault.getCredential({ name: context.arg(0), purpose });
    context.out.reply(reply, () => {
      // Piped into a file it is byte for byte what was put.
      if (context.out.screen) context.out.line(reply.value.toString('utf8'));
      else context.out.raw(reply.value);
    });
  },
};

const remove: Command = {
  name: 'vault delete',
  summary: 'forget a credential',
  args: [NAME],
  examples: ['holdfast --agent alpha vault delete exchange'],
  run: async (context) => {
    const reply = await context.holdfast.vault.deleteCredential({ name: context.arg(0) });
    context.out.reply(reply, () => context.out.facts([['deleted', context.arg(0)]]));
  },
};

const list: Command = {
  name: 'vault list',
  summary: 'list credentials by name, without their values',
  options: LIMIT,
  examples: ['holdfast --agent alpha vault list'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.vault.listCredentials, {}));
    context.out.reply(found, () =>
      context.out.table(
        ['NAME', { title: 'VERSION', right: true }, 'STORED', 'EXPIRES', 'MASTER KEY', 'DESCRIPTION'],
        found.map((one) => [
          one.name,
          String(one.version),
          timeCell(one.stored_at),
          timeCell(one.expires_at) || 'never',
          one.key_id,
          one.description,
        ]),
        'no credentials',
      ),
    );
  },
};

const rotate: Command = {
  name: 'vault rotate',
  summary: 'encrypt every credential under the first key of the key file',
  details: 'Put a new key first (vault keygen), rotate, then take the old ones out of the file.',
  examples: ['holdfast vault rotate'],
  run: async ({ daemon, out }) => {
    for await (const progress of daemon.vault.rotateMasterKey({})) {
      if (!progress.done) out.progress('rewrap', Number(progress.rewrapped), Number(progress.total));
      else {
        out.reply(progress, () =>
          out.facts([
            ['rewrapped', progress.rewrapped],
            ['master key', progress.key_id],
          ]),
        );
      }
    }
  },
};

const keygen: Command = {
  name: 'vault keygen',
  summary: 'put a new master key before those of a key file, which is made if need be',
  details: 'Keep a copy of the file elsewhere: without the key the credentials are gone.',
  args: [{ name: 'FILE', help: 'for the daemon’s --master-key-file' }],
  examples: ['holdfast vault keygen ~/.config/holdfast/master.key'],
  run: async ({ args: [file], out }) => {
    if (file === undefined) throw new UsageError('name the key file');
    const key_id = withFile('write', file, () => addKey(file));
    out.reply({ file, key_id }, () =>
      out.facts([
        ['key file', file],
        ['master key', key_id],
      ]),
    );
  },
};

function valueFrom(file: string | undefined): Buffer {
  const bytes = file === undefined ? readFileSync(0) : withFile('read', file, () => readFileSync(file));
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
}

export const vaultCommands: readonly Command[] = [put, get, remove, list, rotate, keygen];
