/** scripts/eval-recall: how well a daemon finds what a file of documents and queries says it should find. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Holdfast, HoldfastError } from '@holdfast/client';
import { formatTable } from '../../src/cli/output.js';
import { type ServerProcess, startServer } from '../benchmark/processes.js';
import { askAll, MODES, type Mode, type ModeResult } from './asking.js';
import { DataError, type EvaluationData, readData } from './data.js';
import { type EvaluationOptions, readOptions, UsageError } from './options.js';
import { storeAll, waitForVectors } from './storing.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
const MAX_SHOWN_NOTES = 20;

interface Outcome {
  readonly model: string;
  readonly notes: readonly string[];
  readonly modes: Readonly<Record<Mode, ModeResult>>;
}

function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A line that is rewritten on a terminal, and left out elsewhere. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`);
}

async function evaluate(holdfast: Holdfast, data: EvaluationData, limit: number): Promise<Outcome> {
  const agentId = agentIds(data);
  const { docs, queries } = data;
  const { keys, notes } = await storeAll(holdfast, docs, agentId, (stored) =>
    progress(`${stored} of ${docs.length} documents stored`),
  );
  if (keys.size === 0) throw new DataError(`no document could be stored: ${notes[0] ?? 'there are none'}`);
  const model = await waitForVectors(holdfast, (waiting) => progress(`${waiting} wait for their vectors`));
  progress(`asking ${queries.length} queries`);
  const asking = { holdfast, agentId, keys, limit };
  const modes = {
    keyword: await askAll(asking, 'keyword', queries),
    vector: await askAll(asking, 'vector', queries),
    hybrid: await askAll(asking, 'hybrid', queries),
  };
  progress('');
  const from_modes = MODES.flatMap((mode) => modes[mode].notes.map((note) => `${mode}: ${note}`));
  return { model, notes: [...data.notes, ...notes, ...from_modes], modes };
}

/** Ids of our own, because agents of the data may have any characters and a running daemon has agents already. */
function agentIds({ docs, queries }: EvaluationData): (agent: string) => string {
  const run = randomBytes(4).toString('hex');
  const agents = new Set([...docs, ...queries].map(({ agent }) => agent));
  const ids = new Map([...agents].map((agent, index) => [agent, `eval-${run}-${index + 1}`]));
  return (agent) => ids.get(agent) ?? '';
}

function figures({ quality, latency_ms }: ModeResult) {
  const { reciprocal_rank, ...others } = quality;
  const rounded = Object.entries({ ...others, mrr: reciprocal_rank }).map(([name, value]) => [
    name,
    Number(value.toFixed(4)),
  ]);
  const ms = { p50: Number(latency_ms.p50.toFixed(3)), p99: Number(latency_ms.p99.toFixed(3)) };
  return { ...Object.fromEntries(rounded), latency_ms: ms };
}

function report(options: EvaluationOptions, data: EvaluationData, { model, notes, modes }: Outcome): void {
  const counts = {
    file: options.file,
    documents: data.docs.length,
    queries: data.queries.length,
    agents: new Set(data.docs.map(({ agent }) => agent)).size,
    model,
  };
  for (const note of notes.slice(0, MAX_SHOWN_NOTES)) remark(note);
  if (notes.length > MAX_SHOWN_NOTES) remark(`... and ${notes.length - MAX_SHOWN_NOTES} more remarks`);
  if (options.misses) reportMisses(modes);
  if (options.json) {
    const by_mode = Object.fromEntries(MODES.map((mode) => [mode, figures(modes[mode])]));
    console.log(JSON.stringify({ ...counts, notes, modes: by_mode }, null, 2));
    return;
  }
  console.log(
    `${counts.file}: ${counts.documents} documents of ${counts.agents} agents, ${counts.queries} queries, vectors by ${model}`,
  );
  const right = true;
  const columns = ['R@1', 'R@5', 'R@10', 'R@20', 'nDCG@10', 'MRR', 'p50 ms', 'p99 ms'];
  console.log(
    formatTable(
      [{ title: 'MODE' }, ...columns.map((title) => ({ title, right }))],
      MODES.map((mode) => row(mode, modes[mode])),
    ),
  );
}

function row(mode: Mode, { quality, latency_ms }: ModeResult): string[] {
  const { recall_at_1, recall_at_5, recall_at_10, recall_at_20, ndcg_at_10, reciprocal_rank } = quality;
  const shares = [recall_at_1, recall_at_5, recall_at_10, recall_at_20, ndcg_at_10, reciprocal_rank];
  const latencies = [latency_ms.p50, latency_ms.p99];
  return [mode, ...shares.map((share) => share.toFixed(3)), ...latencies.map((ms) => ms.toFixed(2))];
}

function reportMisses(modes: Outcome['modes']): void {
  for (const { mode, query, ranks } of MODES.flatMap((each) => modes[each].misses)) {
    const found = ranks.length === 0 ? 'nowhere' : `at ${ranks.join(', ')}`;
    remark(
      `${mode}: ${query.id} of ${query.agent}: ${[...query.relevant].join(', ')} found ${found}: ${query.text}`,
    );
  }
}

async function startOwn(args: readonly string[]): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'hf-eval-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return startServer(MAIN, ['--state-dir', folder, '--log-level', 'warn', ...args]);
}

/** A file that is not there, a socket that nobody listens on. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    const data = await readData(options.file);
    const address = options.address ?? (await startOwn(options.daemon_args)).address;
    const holdfast = new Holdfast({ address });
    report(options, data, await evaluate(holdfast, data, options.limit));
    return 0;
  } catch (error) {
    remark(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) return 2;
    // What names what is wrong in words needs no stack; a bug of ours does.
    const is_said = error instanceof DataError || error instanceof HoldfastError || isSystemError(error);
    if (!is_said) remark(error instanceof Error ? (error.stack ?? '') : '');
    return 1;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
// Ends the daemon and removes its folder, whatever is still open.
process.exit(await main());
