/** What the daemon would be configured with here, and whether the files that the configuration names can serve. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Config, readConfig } from '../config.js';
import { HoldfastError } from '../errors.js';
import { modeText, statOrNothing } from './doctor_files.js';
import { type Check, fail, looking, ok, warn } from './doctor_report.js';

const DAY_MS = 24 * 3600 * 1000;
/** A certificate is told of this long before it ends. */
const SOON_DAYS = 21;

export function configChecks(state_dir: string, env: NodeJS.ProcessEnv): Check[] {
  let config: Config;
  try {
    config = readConfig(['--state-dir', state_dir], env);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    return [fail('configuration', error.message, 'the daemon would not start with it')];
  }
  const secrets = {
    'master key': config.master_key_file,
    'tokens file': config.tokens_file,
    'TLS key': config.tls_key_file,
    'Redis password': config.mirror?.password_file ?? '',
  };
  return [
    ok('configuration', 'is complete; holdfast config show --origin tells what is set where'),
    ...Object.entries(secrets)
      .filter(([, path]) => path !== '')
      .flatMap(([name, path]) => looking(name, () => [secretCheck(name, path)])),
    ...(config.tls_cert_file === ''
      ? []
      : looking('TLS certificate', () => [certificateCheck(config.tls_cert_file)])),
  ];
}

function secretCheck(name: string, path: string): Check {
  const stats = statOrNothing(path);
  if (stats === undefined)
    return fail(name, `${path} does not exist`, 'make it, or take it out of the configuration');
  return (stats.mode & 0o007) === 0
    ? ok(name, `${path}, mode ${modeText(stats)}`)
    : warn(name, `${path} has mode ${modeText(stats)}`, `every user may read it: chmod 600 ${path}`);
}

function certificateCheck(path: string): Check {
  const name = 'TLS certificate';
  if (statOrNothing(path) === undefined)
    return fail(name, `${path} does not exist`, 'make it, or take it out of the configuration');
  let ends_ms: number;
  try {
    ends_ms = Date.parse(new X509Certificate(readFileSync(path)).validTo);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    return fail(name, `${path} is no certificate`, 'a PEM chain is expected, the daemon’s own first');
  }
  const days = Math.floor((ends_ms - Date.now()) / DAY_MS);
  const until = new Date(ends_ms).toISOString();
  if (days < 0) return fail(name, `ended at ${until}`, 'replace it: nobody who checks it connects');
  return days < SOON_DAYS
    ? warn(
        name,
        `ends in ${days} days, at ${until}`,
        'replace it; the daemon takes a new file without a restart',
      )
    : ok(name, `until ${until}`);
}
