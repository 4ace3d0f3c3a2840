/** Checks the tokens against the journal: a role or an agent that somebody wrote into the file is found. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { Findings, Journaled } from '../journaled.js';
import { soundly } from '../standing.js';
import { TOKEN_COLUMNS, type TokenRow } from './rows.js';

const MAX_FINDINGS = 100;

export function verifyTokens(db: Db): Finding[] {
  const found = new Findings(MAX_FINDINGS);
  const rows = db.prepare<[], TokenRow & { readonly position: number }>(
    `SELECT ${TOKEN_COLUMNS}, position FROM access_tokens`,
  );
  const payloadAt = db
    .prepare<[number], Uint8Array | null>('SELECT payload FROM journal WHERE position = ?')
    .pluck();
  const revocations = db.prepare<[], string>(`SELECT key FROM journal WHERE kind = 'token.revoked'`).pluck();
  db.transaction(() => {
    const journal = new Journaled(db);
    const tokens = rows.all();
    // The journal has no index by kind: it is read once, and only when there is something to hold against it.
    const revoked = new Set(tokens.length === 0 ? [] : revocations.all());
    for (const { position, ...row } of tokens) {
      const report = (problem: string): void =>
        found.add('access.token', position, `token ${row.token_id}: ${problem}`);
      const claim = {
        agent_id: '_system',
        kinds: ['token.created'],
        key: row.token_id,
        time_us: row.created_us,
      };
      const problem = journal.problem(position, claim);
      if (problem !== '') report(problem);
      const payload = payloadAt.get(position);
      const said = soundly(() =>
        payload instanceof Uint8Array && !says(payload, row) ? 'is not what its journal entry says' : '',
      );
      if (said !== '') report(said);
      if (row.revoked_us === null && revoked.has(row.token_id)) report('was revoked, but counts');
    }
  })();
  return found.list;
}

function says(payload: Uint8Array, row: TokenRow): boolean {
  const { name, role, agents, expires_us } = unpackDocument(payload) as Record<string, unknown>;
  return (
    name === row.name &&
    role === row.role &&
    JSON.stringify(agents) === row.agents &&
    expires_us === row.expires_us
  );
}
