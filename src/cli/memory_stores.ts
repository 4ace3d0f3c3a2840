/** Where memories are kept and found: shared namespaces, generations of vectors, indexes. */
import { listAll } from '@holdfast/client';
import type { Namespace__Output } from '@holdfast/client/types/Namespace.js';
import type { Command, Context } from './command.js';
import { LIMIT, take } from './lists.js';
import { enumCell } from './values.js';

const namespaces: Command = {
  name: 'namespaces',
  summary: 'list the shared namespaces that the agent may read, show one, or put one',
  details: 'Whoever is not named stays as it was: --reader alone leaves the writers.',
  args: [{ name: 'NAME', help: 'show this one, or make it and set who may use it', optional: true }],
  options: {
    ...LIMIT,
    reader: { value: 'AGENT', help: 'may recall from it; * = all', multiple: true },
    writer: { value: 'AGENT', help: 'may store into it; * = all', multiple: true },
  },
  examples: [
    'holdfast --agent alpha namespaces',
    "holdfast --agent alpha namespaces desk --reader '*' --writer beta",
  ],
  run: async (context) => {
    const [name] = context.args;
    const readers = [...context.texts('reader')];
    const writers = [...context.texts('writer')];
    if (name !== undefined && readers.length + writers.length > 0) {
      const known = await namespaceOf(context, name);
      const reply = await context.holdfast.semantic.putNamespace({
        name,
        readers: readers.length > 0 ? readers : (known?.readers ?? []),
        writers: writers.length > 0 ? writers : (known?.writers ?? []),
      });
      context.out.reply(reply, () => context.out.facts([['namespace', name]]));
      return;
    }
    const all = await take(context, listAll(context.holdfast.semantic.listNamespaces, {}));
    const found = name === undefined ? all : all.filter((one) => one.name === name);
    context.out.reply(found, () =>
      context.out.table(
        ['NAMESPACE', 'OWNER', 'READERS', 'WRITERS'],
        found.map((one) => [one.name, one.owner, one.readers.join(' '), one.writers.join(' ')]),
        'no namespaces',
      ),
    );
  },
};

async function namespaceOf(context: Context, name: string): Promise<Namespace__Output | undefined> {
  for await (const one of listAll(context.holdfast.semantic.listNamespaces, {})) {
    if (one.name === name) return one;
  }
  return undefined;
}

const generations: Command = {
  name: 'generations',
  summary: 'show which models’ vectors there are and how complete they are',
  examples: ['holdfast generations'],
  run: async ({ daemon, out }) => {
    const reply = await daemon.semantic.listGenerations({});
    const right = true;
    out.reply(reply.generations, () =>
      out.table(
        [
          { title: 'GENERATION', right },
          'STATUS',
          'EMBEDDER',
          'MODEL',
          { title: 'DIMENSIONS', right },
          { title: 'VECTORS', right },
          { title: 'BACKLOG', right },
          { title: 'REFUSED', right },
          'LAST ERROR',
        ],
        reply.generations.map((one) => [
          one.generation,
          enumCell(one.status, 'GENERATION_STATUS_'),
          one.embedder,
          one.model,
          String(one.dimensions),
          one.vectors,
          one.backlog,
          one.refused,
          one.last_error,
        ]),
        'no generations',
      ),
    );
  },
};

const reindex: Command = {
  name: 'reindex',
  summary: 'make the text and vector indexes of the memories anew',
  details: 'Everything else goes on meanwhile. May be stopped and begun again at any time.',
  examples: ['holdfast reindex'],
  run: async ({ daemon, out }) => {
    for await (const progress of daemon.semantic.reindex({})) {
      const done = Number(progress.done_memories);
      if (!progress.done) out.progress(progress.phase, done, Number(progress.total_memories));
      else out.reply(progress, () => out.facts([['reindexed', 'yes']]));
    }
  },
};

export const memoryStoreCommands: readonly Command[] = [namespaces, generations, reindex];
