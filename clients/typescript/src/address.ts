/** Where the daemon is, unless told otherwise: the same in the Python and the Go client. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** HOLDFAST_ADDRESS, else the socket in the user's state folder (XDG Base Directory Specification). */
export function defaultAddress(env: NodeJS.ProcessEnv): string {
  if (env.HOLDFAST_ADDRESS) return env.HOLDFAST_ADDRESS;
  const state = env.XDG_STATE_HOME || join(homedir(), '.local', 'state');
  return `unix:${join(state, 'holdfast', 'holdfast.sock')}`;
}
