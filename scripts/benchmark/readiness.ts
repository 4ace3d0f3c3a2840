/** How soon a daemon that was killed under load serves again with a large journal, and what memory it takes then. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Samples } from './figures.js';
import { runLoad } from './load.js';
import { processUse, waitForQuiet } from './noise.js';
import { startServer } from './processes.js';
import type { PreparedRequests } from './requests.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
const INPROCESS = fileURLToPath(new URL('./inprocess.js', import.meta.url));

export interface ReadinessOptions {
  readonly program: string;
  readonly requests: PreparedRequests;
  readonly folder: string;
  readonly entries: number;
  readonly times: number;
}

/** Fills a journal, then kills the daemon amid writes and times process start to first answered Ping, again and again. */
export async function measureReadiness(options: ReadinessOptions, samples: Samples): Promise<void> {
  const { program, requests, folder, entries, times } = options;
  await promisify(execFile)(process.execPath, [INPROCESS, 'fill', folder, String(entries)]);
  const args = ['--state-dir', folder, '--log-level', 'silent'];
  let server = await startServer(MAIN, args);
  for (let time = 0; time < times; time += 1) {
    await writeFor(server.address, 2);
    samples.busy_rss_mb.push(processUse(server.process.pid ?? 0).rss_mb);
    const broken = runLoad(program, { address: server.address, ...requests.post, seconds: 60 }).catch(
      () => undefined,
    );
    // The load has no event to wait for; a moment of it is what makes the kill hit commits.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await server.kill();
    await broken;
    await waitForQuiet(5000);
    const started_ms = performance.now();
    server = await startServer(MAIN, args);
    const { failed } = await runLoad(program, {
      address: server.address,
      ...requests.ping,
      connections: 1,
      streams: 1,
      count: 1,
      warmup_ms: 0,
    });
    if (failed > 0) throw new Error('the first Ping failed');
    samples.ready_ms.push(performance.now() - started_ms);
    samples.ready_rss_mb.push(processUse(server.process.pid ?? 0).rss_mb);
  }
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');

  async function writeFor(address: string, seconds: number): Promise<void> {
    await runLoad(program, { address, ...requests.post, seconds, warmup_ms: 0 });
  }
}
