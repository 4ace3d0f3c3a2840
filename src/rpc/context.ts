/** What every service is given: the parts of the daemon, built in daemon.ts. */
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Feed } from '../outbox/feed.js';
import type { Reads } from '../reader/reads.js';
import type { Scans } from '../reader/scans.js';
import type { WriterPort } from '../writer/writer.js';
import type { RpcStats } from './stats.js';

export interface RpcContext {
  readonly writer: WriterPort;
  readonly reads: Reads;
  readonly scans: Scans;
  readonly feed: Feed;
  readonly config: Config;
  readonly log: Logger;
  readonly stats: RpcStats;
  readonly started_at_ms: number;
  /** Where it listens; filled while binding. */
  readonly addresses: readonly string[];
  /** Storage failed: the daemon must stop. */
  readonly onFatal: (message: string) => void;
}
