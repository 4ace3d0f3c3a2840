/** The commands of access: tokens come and go, and refusals are journaled. No entry holds a secret or its hash. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type HandlersOf, type Tx } from '../command.js';
import { TOKEN_COLUMNS, type TokenRow, toToken } from './rows.js';
import { type AccessCommands, type CreateTokenArgs, MAX_TOKENS, type TokenView } from './types.js';

export function accessCommands(db: Db): HandlersOf<AccessCommands> {
  const find = db.prepare<[string], TokenRow>(
    `SELECT ${TOKEN_COLUMNS} FROM access_tokens WHERE token_id = ?`,
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM access_tokens').pluck();
  const insert = db.prepare<unknown[]>(
    `INSERT INTO access_tokens (token_id, name, role, agents, secret_sha256, created_us, expires_us, position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const revoke = db.prepare<[number, string]>('UPDATE access_tokens SET revoked_us = ? WHERE token_id = ?');
  const dropOver = db.prepare<[number]>(
    'DELETE FROM access_tokens WHERE revoked_us IS NOT NULL OR expires_us <= ?',
  );

  const makeRoom = ({ now_us }: Tx): void => {
    if (Number(count.get()) < MAX_TOKENS) return;
    if (dropOver.run(now_us).changes > 0) return;
    throw new HoldfastError('TOO_MANY', `there may be at most ${MAX_TOKENS} tokens that count`, {
      metadata: { limit: String(MAX_TOKENS) },
    });
  };

  const create = (tx: Tx, args: CreateTokenArgs): TokenView => {
    makeRoom(tx);
    const { token_id, name, role, agents, secret_sha256, ttl_ms } = args;
    const created_us = tx.now_us;
    const expires_us = ttl_ms === null ? null : created_us + ttl_ms * 1000;
    const payload = { name, role, agents: [...agents], expires_us, ...attribution(tx) };
    const { position } = tx.emit('token.created', token_id, payload, 'journal');
    const stored_agents = JSON.stringify(agents);
    insert.run(token_id, name, role, stored_agents, secret_sha256, created_us, expires_us, position);
    return { token_id, name, role, agents, created_us, expires_us, revoked_us: null };
  };

  return {
    create_token: (tx, args) => ({ token: create(tx, args) }),
    revoke_token: (tx, { token_id }) => {
      const row = find.get(token_id);
      if (row === undefined)
        throw new HoldfastError('NOT_FOUND', `no token ${token_id}`, { field: 'token_id' });
      const token = toToken(row);
      if (token.revoked_us !== null) return { token };
      tx.emit('token.revoked', token_id, { name: token.name, ...attribution(tx) }, 'journal');
      revoke.run(tx.now_us, token_id);
      return { token: { ...token, revoked_us: tx.now_us } };
    },
    record_denials: (tx, { kinds }) => {
      for (const { method, ...rest } of kinds) tx.emit('access.denied', method, { ...rest }, 'journal');
      return {};
    },
  };
}
