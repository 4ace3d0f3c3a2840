/** RotateMasterKey: encrypts every data key under the first key of the key file, some at a time, while calls go on. */
import { HoldfastError } from '../errors.js';
import type { RotateMasterKeyResponse } from '../gen/holdfast/v1/RotateMasterKeyResponse.js';
import type { Commands } from '../tiers/index.js';
import type { SealedRow } from '../tiers/vault/queries.js';
import type { RewrappedCredential } from '../tiers/vault/types.js';
import { pack, unpack } from '../writer/transport.js';
import type { RpcContext } from './context.js';
import { streamed } from './progress.js';

const CREDENTIALS_PER_STEP = 100;
/** What acts without being an agent. */
const SYSTEM_AGENT = '_system';

export function rotateMasterKey(ctx: RpcContext) {
  let is_running = false;
  return streamed<unknown, RotateMasterKeyResponse>(ctx, async (_request, send) => {
    if (is_running) throw new HoldfastError('WRONG_STATE', 'another rotation runs', { retry_after_ms: 1000 });
    is_running = true;
    try {
      ctx.vault.reload();
      const { key_id } = ctx.vault;
      // Behind everything that was sealed before: what comes later under another key is refused and sealed anew.
      await rewrapSome(ctx, []);
      const old = keyIds(ctx).filter((one) => one.key_id !== key_id);
      const total = String(old.reduce((sum, { credentials }) => sum + credentials, 0));
      let rewrapped = 0;
      for (const one of old.filter((each) => ctx.vault.knows(each.key_id))) {
        for await (const count of rewrapAll(ctx, one.key_id)) {
          rewrapped += count;
          send({ rewrapped: String(rewrapped), total, done: false, key_id });
        }
      }
      requireNoUnknownKey(ctx);
      return { rewrapped: String(rewrapped), total, done: true, key_id };
    } finally {
      is_running = false;
    }
  });
}

const keyIds = (ctx: RpcContext) => ctx.reads.snapshot(0, ({ vault }) => vault.keyIds());

async function* rewrapAll(ctx: RpcContext, old_key_id: string): AsyncGenerator<number, void, undefined> {
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const rows = ctx.reads.snapshot(0, ({ vault }) =>
      vault.sealedUnder(old_key_id, after, CREDENTIALS_PER_STEP),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.agent_id, last.name];
    yield await rewrapSome(ctx, rows);
  }
}

async function rewrapSome(ctx: RpcContext, rows: readonly SealedRow[]): Promise<number> {
  const { key_id } = ctx.vault;
  const credentials = rows.map(
    ({ agent_id, name, version, key_id: old_key_id, sealed }): RewrappedCredential => {
      const rewrapped = ctx.vault.rewrap({ agent_id, name }, sealed);
      return { agent_id, name, version, old_key_id, sealed: rewrapped };
    },
  );
  const args: Commands['rewrap_credentials']['args'] = { key_id, credentials };
  const submission = { name: 'rewrap_credentials', agent_id: SYSTEM_AGENT, request_id: '', epoch: 0 };
  const committed = await ctx.writer.submit({ ...submission, args: pack(args) });
  return unpack<Commands['rewrap_credentials']['result']>(committed.result).rewrapped;
}

/** @throws HoldfastError WRONG_MASTER_KEY for what nobody can open any more. */
function requireNoUnknownKey(ctx: RpcContext): void {
  const unknown = keyIds(ctx).find(({ key_id }) => !ctx.vault.knows(key_id));
  if (unknown === undefined) return;
  const { key_id, credentials } = unknown;
  throw new HoldfastError(
    'WRONG_MASTER_KEY',
    `${credentials} credentials are sealed under master key ${key_id}, which the key file does not list; the rest is done`,
    { metadata: { key_id, credentials: String(credentials) } },
  );
}
