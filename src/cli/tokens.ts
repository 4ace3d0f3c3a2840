/** Tokens: who may talk to the daemon. The secret is printed once, on standard output and alone, so that it can go to a file. */
import { listAll } from '@holdfast/client';
import type { AccessToken__Output } from '@holdfast/client/types/AccessToken.js';
import { isPattern } from '../access/patterns.js';
import { isRole, ROLES } from '../access/roles.js';
import { makeToken } from '../access/token.js';
import { TOKEN_NAME, tokensFileLine } from '../access/tokens_file.js';
import { systemWords } from '../system_words.js';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { toJson } from './output.js';
import { enumCell, spanArgument, timeCell } from './values.js';

const NAME = { name: 'NAME', help: 'what people call it' };
const RIGHTS: Readonly<Record<string, Option>> = {
  role: { value: 'ROLE', help: `${ROLES.join(', ')} [agent]` },
  for: { value: 'AGENT', multiple: true, help: 'an agent, desk-* or * [--agent]' },
};

function rightsOf(context: Context) {
  const role = context.text('role') ?? 'agent';
  if (!isRole(role)) throw new UsageError(`--role must be one of ${ROLES.join(', ')}`);
  const named = context.texts('for');
  const agents = named.length > 0 ? named : context.agent === undefined ? [] : [context.agent];
  if (agents.length === 0) throw new UsageError('say for whom: --for AGENT, or --for "*" for every agent');
  const wrong = agents.find((one) => !isPattern(one));
  if (wrong !== undefined) throw new UsageError(`--for: "${wrong}" is no agent id, beginning with *, or *`);
  return { role, agents };
}

const create: Command = {
  name: 'tokens create',
  summary: 'make a token and print it: it cannot be shown again',
  args: [NAME],
  options: { ...RIGHTS, ttl: { value: 'SPAN', help: 'it ends after this, such as 30d [never]' } },
  examples: [
    'holdfast tokens create bot-1 --for alpha',
    'holdfast tokens create dashboard --role reader --for "*" --ttl 90d',
  ],
  run: async (context) => {
    const { role, agents } = rightsOf(context);
    const ttl = context.text('ttl');
    const reply = await context.daemon.admin.createToken({
      name: context.arg(0),
      role: `ACCESS_ROLE_${role.toUpperCase() as Uppercase<typeof role>}`,
      agents: [...agents],
      ...(ttl !== undefined && { ttl: { seconds: spanArgument(ttl, '--ttl'), nanos: 0 } }),
    });
    const { out, daemon } = context;
    const token_id = reply.token?.token_id ?? '';
    try {
      await out.handOver(out.json ? toJson(reply) : reply.secret_token);
    } catch (error) {
      const what = await daemon.admin.revokeToken({ token_id }).then(
        () => `was revoked: ${token_id}`,
        (left) => `could not be revoked (${left}): holdfast tokens revoke ${token_id}`,
      );
      throw new Error(`the token could not be shown (${systemWords(error)}) and ${what}`);
    }
    if (!out.json) out.remark(`token ${token_id}: ${role} for ${agents.join(', ')}`);
  },
};

const list: Command = {
  name: 'tokens list',
  summary: 'list the tokens that were made with tokens create, without their secrets',
  options: LIMIT,
  examples: ['holdfast tokens list'],
  run: async (context) => {
    const found = await take(context, listAll(context.daemon.admin.listTokens, {}));
    context.out.reply(found, () =>
      context.out.table(
        ['TOKEN', 'NAME', 'ROLE', 'AGENTS', 'CREATED', 'EXPIRES', 'REVOKED'],
        found.map(cells),
        'no tokens',
      ),
    );
  },
};

function cells(one: AccessToken__Output): string[] {
  const role = enumCell(one.role, 'ACCESS_ROLE_');
  const expires = timeCell(one.expires_at) || 'never';
  const agents = one.agents.join(' ');
  return [one.token_id, one.name, role, agents, timeCell(one.created_at), expires, timeCell(one.revoked_at)];
}

const revoke: Command = {
  name: 'tokens revoke',
  summary: 'end a token; its open streams end with it',
  args: [{ name: 'TOKEN', help: 'its id, as tokens list shows it' }],
  examples: ['holdfast tokens revoke 5f0c2b9a77e1d430'],
  run: async (context) => {
    const reply = await context.daemon.admin.revokeToken({ token_id: context.arg(0) });
    context.out.reply(reply, () =>
      context.out.facts([['revoked', `${reply.token?.token_id} (${reply.token?.name})`]]),
    );
  },
};

const hash: Command = {
  name: 'tokens hash',
  summary: 'make a token for a tokens file, without a daemon: its line, and the token itself',
  details: `The line goes to standard output, for the daemon’s --tokens-file; it holds the token’s hash alone. The token goes to
standard error, for the client: it cannot be shown again. The name is the token’s id.`,
  args: [NAME],
  options: RIGHTS,
  examples: ['holdfast tokens hash bot-1 --for alpha', 'holdfast tokens hash bot-1 --for alpha --json'],
  run: async (context) => {
    const name = context.arg(0);
    if (!TOKEN_NAME.test(name)) throw new UsageError('NAME must be 1-64 characters of [A-Za-z0-9-]');
    const { role, agents } = rightsOf(context);
    const { token, secret_sha256 } = makeToken(name);
    const line = tokensFileLine(name, role, agents, secret_sha256);
    context.out.reply({ line, token }, () => {
      context.out.line(line);
      context.out.remark(token);
    });
  },
};

export const tokensCommands: readonly Command[] = [create, list, revoke, hash];
