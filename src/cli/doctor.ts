import type { BackupStats__Output } from '@holdfast/client/types/BackupStats.js';
import type { MirrorStatusResponse__Output } from '@holdfast/client/types/MirrorStatusResponse.js';
import { type Command, EXIT } from './command.js';
import { localChecks } from './doctor_checks.js';
import { configChecks } from './doctor_config.js';
import { type Check, ok, warn } from './doctor_report.js';
import { bytesCell, timeCell } from './values.js';

export const doctor: Command = {
  name: 'doctor',
  summary: 'look for what may go wrong, and say what to do',
  details:
    'Looks at the state folder of this machine and asks the daemon. Changes nothing. Exit code 4 when a check fails.',
  examples: [
    'holdfast doctor',
    'holdfast --state-dir /var/lib/holdfast --address unix:/run/holdfast/holdfast.sock doctor --json',
  ],
  run: async (context) => {
    const { out, state_dir, address, env } = context;
    const checks = [
      ...localChecks(state_dir),
      ...configChecks(state_dir, env),
      ...(await daemonChecks(context)),
    ];
    out.reply({ state_dir, address, checks }, () => {
      const width = Math.max(...checks.map(({ name }) => name.length));
      for (const { level, name, found, advice } of checks) {
        out.line(`${level.padEnd(4)}  ${name.padEnd(width)}  ${found}`);
        if (advice !== undefined) out.line(`${' '.repeat(width + 8)}-> ${advice}`);
      }
      const failed = checks.filter(({ level }) => level === 'fail').length;
      const warned = checks.filter(({ level }) => level === 'warn').length;
      out.line(`\n${checks.length} checks: ${failed} failed, ${warned} warnings`);
    });
    return checks.some(({ level }) => level === 'fail') ? EXIT.wrong : EXIT.ok;
  },
};

/** Whether backups can be made; how old the newest is, the files tell. */
function backupsCheck(backups: BackupStats__Output | null): Check {
  const { made = '0', failed = '0', last_error = '', next_at } = backups ?? {};
  const since = `${made} made and ${failed} failed since the start`;
  if (last_error !== '')
    return warn(
      'backups',
      `${since}; the newest attempt: ${last_error}`,
      'see the log; nothing older was removed',
    );
  if (!next_at)
    return warn(
      'backups',
      `${since}; none by themselves`,
      'set --backup-interval-ms, such as 86400000 for one a day',
    );
  return ok('backups', `${since}; the next is due ${timeCell(next_at)}`);
}

function mirrorCheck({ state, address, lag_revisions, last_error }: MirrorStatusResponse__Output): Check {
  const name = 'mirror';
  if (state === 'MIRROR_STATE_OFF') return ok(name, 'off');
  const found = `${address}: ${state.replace('MIRROR_STATE_', '').toLowerCase()}, ${lag_revisions} revisions behind`;
  if (state === 'MIRROR_STATE_FOLLOWING') return ok(name, found);
  const why = last_error === '' ? '' : `; ${last_error}`;
  const advice =
    state === 'MIRROR_STATE_STANDBY'
      ? 'end the other daemon of this database, such as a drill’s'
      : 'look at Redis; the daemon answers and keeps all without it';
  return warn(name, found + why, advice);
}

/** What only the running daemon can tell. */
async function daemonChecks({ daemon, address }: Parameters<Command['run']>[0]): Promise<Check[]> {
  try {
    const calls = { deadline_ms: 3_000 };
    const info = await daemon.admin.getServerInfo({}, calls);
    const stats = await daemon.admin.stats({}, calls);
    const wal = bytesCell(stats.wal_size_bytes);
    return [
      { level: 'ok', name: 'daemon', found: `${info.version} answers at ${address}, pid ${info.pid}` },
      stats.disk_full
        ? {
            level: 'fail',
            name: 'writes',
            found: 'refused: the disk is full',
            advice: 'free space or raise --max-database-bytes; reads go on, writes resume by themselves',
          }
        : { level: 'ok', name: 'writes', found: `taken; ${stats.queue_depth} of ${stats.queue_limit} wait` },
      stats.wal_alarm
        ? {
            level: 'warn',
            name: 'WAL alarm',
            found: `the WAL is ${wal}`,
            advice: 'some reader holds an old snapshot: look for long scans or other programs on the file',
          }
        : { level: 'ok', name: 'WAL alarm', found: `quiet at ${wal}` },
      backupsCheck(stats.backups),
      mirrorCheck(await daemon.mirror.mirrorStatus({}, calls)),
    ];
  } catch (error) {
    const found = `no answer at ${address}: ${error instanceof Error ? error.message : error}`;
    const advice = 'start it (holdfast serve), or name where it listens with --address';
    return [{ level: 'fail', name: 'daemon', found, advice }];
  }
}
