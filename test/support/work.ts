/** Writes and facts that many process tests need. */
import { RawClient, type Reply } from './rawClient.js';

let requests = 0;

/** A request_id that no other call of this process has. */
export function requestId(prefix = 'r'): string {
  requests += 1;
  return `${prefix}-${process.pid}-${requests}`;
}

export interface Put {
  readonly agent_id?: string;
  readonly request_id?: string;
  readonly json?: string;
}

export function putState(client: RawClient, name: string, put: Put = {}): Promise<Reply> {
  return client.call('State', 'PutState', {
    agent_id: put.agent_id ?? 'agent-1',
    request_id: put.request_id ?? requestId(),
    name,
    document: { json: put.json ?? '{"a":1}' },
  });
}

export async function getState(client: RawClient, name: string, agent_id = 'agent-1'): Promise<unknown> {
  const { state } = await client.call('State', 'GetState', { agent_id, name });
  return JSON.parse(state.document.json);
}

export function stats(client: RawClient): Promise<Reply> {
  return client.call('Admin', 'Stats', {});
}

/** The findings of Admin.Verify; empty = sound. */
export async function findings(client: RawClient): Promise<Reply[]> {
  const { done, ok, findings: found } = await client.last('Admin', 'Verify', {});
  if (done !== true || ok !== (found.length === 0)) throw new Error('Verify did not end with its result');
  return found;
}

/** Asks again until the answer is true: for what the daemon does on its own time. Bounded by the test's own timeout. */
export async function until(fact: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Runs a test's work with a client that is closed whatever happens. */
export async function withClient<T>(address: string, work: (client: RawClient) => Promise<T>): Promise<T> {
  const client = new RawClient(address);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
