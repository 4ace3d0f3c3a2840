/**
 * Calls a daemon as another user of the machine: `node as_user.js UID GID SOCKET AGENT...` in the socket's folder, whose
 * own permissions are then the only ones that count. Prints one line of JSON: for each agent `ok`, or why it was refused.
 */
import { RawClient, RpcError } from './rawClient.js';
import { requestId } from './work.js';

const [uid = '', gid = '', socket = '', ...agents] = process.argv.slice(2);
process.setgroups?.([]);
process.setgid?.(Number(gid));
process.setuid?.(Number(uid));
const client = new RawClient(`unix:${socket}`);
const outcomes: string[] = [];
for (const agent_id of agents) {
  const request = { agent_id, request_id: requestId(), name: 'n', document: { json: '1' } };
  outcomes.push(
    await client.call('State', 'PutState', request).then(
      () => 'ok',
      (error: unknown) => (error instanceof RpcError ? error.reason || error.message : String(error)),
    ),
  );
}
client.close();
process.stdout.write(`${JSON.stringify(outcomes)}\n`);
