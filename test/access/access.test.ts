/** The parts of access control by themselves: patterns, tokens, the tokens file, refusals, rates. */
import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { Allowances } from '../../src/access/allowances.js';
import { Denials, type DeniedKind } from '../../src/access/denials.js';
import { AgentPatterns, isPattern } from '../../src/access/patterns.js';
import { Rates } from '../../src/access/rates.js';
import { makeToken, parseToken } from '../../src/access/token.js';
import { type TokenRecord, Tokens } from '../../src/access/tokens.js';
import { readTokensFile, tokensFileLine } from '../../src/access/tokens_file.js';
import { findSecretInText } from '../../src/codec/secrets.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const folder = temporaryFolder();
after(() => removeFolder(folder));

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('patterns', () => {
  test('an exact one, a beginning, and everyone', () => {
    const desk = new AgentPatterns(['alpha', 'desk-*']);
    for (const id of ['alpha', 'desk-', 'desk-1']) assert.ok(desk.allows(id), id);
    for (const id of ['', '*', 'alph', 'alpha2', 'desk', 'a.alpha', 'Desk-1'])
      assert.ok(!desk.allows(id), id);
    for (const id of ['', '*', 'anyone']) assert.ok(new AgentPatterns(['*']).allows(id), id);
  });

  test('a star stands at the end or nowhere', () => {
    for (const good of ['*', 'a', 'a*', 'a.b:c_d-1*', 'x'.repeat(64)]) assert.ok(isPattern(good), good);
    for (const bad of ['', '**', '*a', 'a*b', 'a**', '-a', 'a b', 'a,b', 'x'.repeat(65)])
      assert.ok(!isPattern(bad), bad);
  });

  test(`nothing but a beginning of the id lets it through (SEED=${SEED})`, () => {
    const ids = fc.stringMatching(/^[a-c]{1,4}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.boolean()), { minLength: 1, maxLength: 4 }), ids, (parts, id) => {
        const patterns = parts.map(([text, star]) => (star ? `${text}*` : text));
        const expected = parts.some(([text, star]) => (star ? id.startsWith(text) : id === text));
        assert.equal(new AgentPatterns(patterns).allows(id), expected);
      }),
      { seed: SEED },
    );
  });
});

interface Clock {
  now_us: number;
}

function record(made: ReturnType<typeof makeToken>, expires_us: number | null = null): TokenRecord {
  const { token_id, secret_sha256 } = made;
  return { token_id, role: 'agent', agents: new AgentPatterns(['alpha']), secret_sha256, expires_us };
}

describe('tokens', () => {
  test('have a form that is refused in documents, and a secret of 256 bits', () => {
    const { token, token_id } = makeToken();
    assert.match(token, /^hf_[0-9a-f]{16}_[0-9a-f]{64}$/);
    assert.equal(parseToken(token)?.token_id, token_id);
    assert.equal(findSecretInText(`my token is ${token}`), 'Holdfast token');
    for (const bad of ['', 'hf_', token.slice(1), `${token}0`, token.slice(0, -1), token.toUpperCase()])
      assert.equal(parseToken(bad), undefined);
  });

  test('count until they expire, are replaced or go, remembered or not', (t) => {
    const clock: Clock = { now_us: 1000 };
    const tokens = new Tokens(() => clock.now_us);
    t.after(() => tokens.close());
    const made = makeToken();
    const header = `Bearer ${made.token}`;
    assert.equal(tokens.find(header), undefined);
    tokens.replace('database', [record(made, 2000)]);
    const found = tokens.find(header);
    assert.equal(found?.id, `token:${made.token_id}`);
    assert.equal(tokens.find(header), found);
    assert.ok(found !== undefined && tokens.isValid(found));
    clock.now_us = 2000;
    assert.equal(tokens.find(header), undefined);
    assert.ok(!tokens.isValid(found));
    clock.now_us = 1000;
    tokens.replace('file', []);
    assert.equal(tokens.find(header), found);
    tokens.replace('database', []);
    assert.equal(tokens.find(header), undefined);
    assert.ok(!tokens.isValid(found));
  });

  test('with a wrong secret are nobody’s', (t) => {
    const tokens = new Tokens(() => 0);
    t.after(() => tokens.close());
    const made = makeToken();
    tokens.replace('database', [record(made)]);
    const secret = makeToken().token.split('_')[2];
    for (const header of [
      made.token,
      `Basic ${made.token}`,
      `Bearer hf_${made.token_id}_${secret}`,
      'Bearer',
      '',
    ])
      assert.equal(tokens.find(header), undefined);
    assert.ok(tokens.find(`bearer ${made.token}`) !== undefined);
  });

  test('end the streams of those that go, once, and of nobody else', (t) => {
    const tokens = new Tokens(() => 0);
    t.after(() => tokens.close());
    const [kept, gone] = [makeToken(), makeToken()];
    tokens.replace('database', [record(kept), record(gone)]);
    const ended: string[] = [];
    for (const made of [kept, gone]) {
      const principal = tokens.find(`Bearer ${made.token}`);
      assert.ok(principal !== undefined);
      tokens.onEnd(principal, () => ended.push(made.token_id));
      tokens.onEnd(principal, () => ended.push('left'))();
    }
    tokens.replace('database', [record(kept)]);
    tokens.replace('database', [record(kept)]);
    assert.deepEqual(ended, [gone.token_id]);
  });
});

describe('the tokens file', () => {
  const path = join(folder, 'tokens');
  const made = makeToken('bot-1');
  const line = tokensFileLine('bot-1', 'agent', ['alpha', 'desk-*'], made.secret_sha256);

  test('has a line each, and lines that say nothing', (t) => {
    writeFileSync(path, `# bots\n\n${line}\n`);
    const tokens = new Tokens(() => 0);
    t.after(() => tokens.close());
    tokens.replace('file', readTokensFile(path).records);
    const principal = tokens.find(`Bearer ${made.token}`);
    assert.equal(principal?.role, 'agent');
    assert.deepEqual(principal?.agents.patterns, ['alpha', 'desk-*']);
  });

  const wrong = [
    'bot_1 agent alpha 00',
    line.replace('agent', 'boss'),
    line.replace('desk-*', '*desk'),
    line.slice(0, -1),
    `${line} more`,
    `${line}\n${line}`,
  ];
  for (const text of wrong) {
    test(`${text.slice(0, 40)} is reported without being quoted`, () => {
      writeFileSync(path, text);
      const { problems } = readTokensFile(path);
      assert.equal(problems.length, 1);
      assert.ok(!problems.join().includes(made.secret_sha256.toString('hex').slice(0, 16)));
    });
  }

  test('a line that is wrong leaves the others as they are', () => {
    writeFileSync(path, `${line}\nwhat is this\n${line}\n`);
    const { records, problems } = readTokensFile(path);
    assert.deepEqual(
      records.map(({ token_id }) => token_id),
      ['bot-1'],
    );
    assert.deepEqual(
      problems.map((problem) => problem.slice(path.length, path.length + 3)),
      [':2:', ':3:'],
    );
  });

  test('one that others may write is refused', () => {
    for (const mode of [0o620, 0o602, 0o666]) {
      chmodSync(path, mode);
      assert.throws(() => readTokensFile(path), /may be written by others/);
    }
    chmodSync(path, 0o644);
    assert.equal(readTokensFile(path).records.length, 1);
  });
});

describe('refusals', () => {
  const denial = (n: number) => ({
    principal: 'token:1',
    peer: '',
    method: 'm',
    agent_id: `a-${n}`,
    reason: 'ACCESS_DENIED',
  });

  test('are journaled once at once, then as a number, and as one kind beyond so many', async () => {
    const written: DeniedKind[] = [];
    const denials = new Denials(
      async (kinds) => {
        written.push(...kinds);
      },
      { warn: () => assert.fail('nothing goes wrong') },
    );
    for (let round = 0; round < 10; round += 1) for (let n = 0; n < 100; n += 1) denials.record(denial(n));
    const at_once = written.length;
    assert.ok(at_once <= 33, `${at_once} entries`);
    await denials.close();
    assert.ok(written.length <= 2 * at_once);
    assert.equal(denials.total, 1000);
    assert.equal(
      written.reduce((sum, { count }) => sum + count, 0),
      1000,
    );
  });
});

describe('allowances', () => {
  const desk = { id: 'token:desk', role: 'agent', agents: new AgentPatterns(['desk-*']) } as const;
  const admin = { ...desk, id: 'socket:/x', role: 'admin' } as const;
  const allowances = (of_agent: number, of_credential = 0) =>
    new Allowances(
      { max_calls_per_second_per_agent: of_agent, max_calls_per_second_per_credential: of_credential },
      () => 0,
    );
  /** How many of some calls are let through. */
  const taken = (take: (n: number) => unknown): number =>
    Array.from({ length: 3000 }, (_, n) => take(n)).filter((refusal) => refusal === undefined).length;

  test('agents that are made up have together what a hundred have, or what is set; those of an admin no bound', () => {
    const [plain, set] = [allowances(5), allowances(5, 20)];
    const many = (n: number): string => `desk-${n}`;
    assert.equal(
      taken((n) => plain.take(desk, many(n))),
      500,
    );
    assert.equal(
      taken((n) => set.take(desk, many(n))),
      20,
    );
    assert.equal(plain.take(desk, 'desk-x')?.reason, 'RATE_LIMITED');
    assert.equal(
      taken((n) => plain.take(admin, many(n))),
      3000,
    );
  });

  test('an agent that calls too often takes nothing from the others of its credential', () => {
    const plain = allowances(5);
    assert.equal(
      taken(() => plain.take(desk, 'desk-1')),
      5,
    );
    assert.equal(
      taken((n) => plain.take(desk, `desk-${2 + (n % 99)}`)),
      495,
    );
  });

  test('what cannot be read counts for who sends it, and has nothing of it unfolded any more', () => {
    const plain = allowances(5);
    assert.equal(plain.takeFolded(desk), undefined);
    assert.equal(
      taken(() => plain.takeUnreadable(desk)),
      5,
    );
    assert.equal(plain.takeFolded(desk)?.reason, 'RATE_LIMITED');
    assert.equal(plain.take(desk, ''), undefined);
    assert.equal(plain.take(desk, 'desk-1'), undefined);
  });

  test('without a limit there is none', () => {
    const none = allowances(0);
    for (const take of [none.take, none.takeUnreadable, none.takeFolded])
      assert.equal(
        taken(() => take.call(none, desk, '')),
        3000,
      );
  });
});

describe('rates', () => {
  test('a second’s worth at once, then one each interval, each agent for itself', () => {
    let now_ms = 0;
    const rates = new Rates(10, () => now_ms);
    for (let n = 0; n < 10; n += 1) assert.equal(rates.take('alpha'), 0);
    assert.equal(rates.take('alpha'), 100);
    assert.equal(rates.take('beta'), 0);
    now_ms = 99;
    assert.ok(rates.take('alpha') > 0);
    now_ms = 100;
    assert.equal(rates.take('alpha'), 0);
    now_ms = 10_000;
    for (let n = 0; n < 10; n += 1) assert.equal(rates.take('alpha'), 0);
    assert.ok(rates.take('alpha') > 0);
  });

  test('one a second, and none at all', () => {
    let now_ms = 0;
    const slow = new Rates(1, () => now_ms);
    assert.equal(slow.take('a'), 0);
    assert.equal(slow.take('a'), 1000);
    now_ms = 1000;
    assert.equal(slow.take('a'), 0);
    const unlimited = new Rates(0, () => 0);
    for (let n = 0; n < 1000; n += 1) assert.equal(unlimited.take('a'), 0);
  });
});
