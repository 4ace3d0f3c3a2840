import type { Command } from './command.js';
import { bytesCell, durationCell, timeCell } from './values.js';

export const status: Command = {
  name: 'status',
  summary: 'what runs, how it does, and what it was asked',
  examples: ['holdfast status', 'holdfast status --json | jq .stats.commit_p99'],
  run: async ({ daemon, out, address }) => {
    const info = await daemon.admin.getServerInfo({});
    const started_ms = performance.now();
    await daemon.admin.ping({});
    const ping_ms = performance.now() - started_ms;
    const stats = await daemon.admin.stats({});
    const health = stats.disk_full ? 'DISK FULL: writes are refused' : stats.wal_alarm ? 'WAL ALARM' : 'ok';
    out.reply({ health, address, info, stats }, () => {
      out.facts([
        ['health', health],
        ['address', address],
        ['listens on', info.addresses.join(', ')],
        ['version', `${info.version} (Node ${info.node_version}, SQLite ${info.sqlite_version})`],
        ['process', info.pid],
        ['state folder', info.state_folder],
        ['database', `${info.database_id}, schema ${info.schema_version}`],
        ['started', `${timeCell(info.started_at)} (${durationCell(stats.uptime)} ago)`],
        ['revision', `${stats.revision} (watches from ${info.compacted_revision})`],
        ['database size', bytesCell(stats.database_size_bytes)],
        ['WAL size', bytesCell(stats.wal_size_bytes)],
        ['memory', bytesCell(stats.rss_bytes)],
        ['commits', `${stats.commits}, ${stats.commands} commands, ${stats.mean_batch.toFixed(1)} a commit`],
        ['commit time', `p50 ${durationCell(stats.commit_p50)}, p99 ${durationCell(stats.commit_p99)}`],
        ['queue', `${stats.queue_depth} of ${stats.queue_limit}`],
        ['watches', stats.watches],
        ['connections', `${stats.connections}, ${stats.cut_connections} cut`],
        ['refused', `${stats.denied_calls} calls, for want of a right`],
        ['round trip', `${ping_ms.toFixed(1)} ms`],
      ]);
      out.line('');
      const right = true;
      out.table(
        [
          'RPC',
          { title: 'CALLS', right },
          { title: 'ERRORS', right },
          { title: 'P50', right },
          { title: 'P99', right },
        ],
        stats.rpcs.map((rpc) => [
          rpc.method,
          rpc.calls,
          rpc.errors,
          durationCell(rpc.p50),
          durationCell(rpc.p99),
        ]),
        'no calls yet',
      );
    });
  },
};
