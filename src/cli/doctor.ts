import { type Command, EXIT } from './command.js';
import { localChecks } from './doctor_checks.js';
import { configChecks } from './doctor_config.js';
import { daemonChecks } from './doctor_daemon.js';

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
