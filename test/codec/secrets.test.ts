import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSecret, findSecretInText } from '../../src/codec/secrets.js';

// Assembled, so that scanners of source code do not take these examples for real credentials.
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const SECRETS: Record<string, string> = {
  'Purple Flea API key': `pf_${'live'}_a1b2c3`,
  'live secret key': `sk_${'live'}_4eC39HqLyjWDarjtT1zdp7dc`,
  'model provider API key': `sk-${'ant'}-api03-${'aB3_'.repeat(20)}`,
  'private key': `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIE`,
  'JSON web token': `${b64({ typ: 'JWT', alg: 'HS256' })}.${b64({ sub: 'agent' })}.c2lnbmF0dXJl`,
  'Holdfast token': `hf_${'01HZX'}_${'aB3dE6gH'.repeat(4)}`,
  'AWS access key': `AKIA${'IOSFODNN7EXAMPLE'}`,
  'GitHub token': `ghp_${'a1B2'.repeat(9)}`,
};

const escaped = (text: string) =>
  [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

describe('findSecret', () => {
  it('finds every kind, bare, within text, nested and escaped, and says where', () => {
    for (const [kind, secret] of Object.entries(SECRETS)) {
      const spellings = [
        secret,
        `use "${secret}" please`,
        `line\n${secret}`,
        JSON.stringify({ k: secret }),
        JSON.stringify({ k: `line\n${secret}` }),
        JSON.stringify(JSON.stringify({ k: `\n${secret}` })),
        `{"k":"${escaped(secret)}"}`,
        JSON.stringify(`{"k":"${escaped(secret)}"}`),
      ];
      for (const text of spellings) {
        assert.equal(findSecretInText(text), kind, text);
        assert.deepEqual(findSecret({ a: { b: [1, 'x', null, text] } }), { path: '$.a.b[3]', kind });
      }
      assert.deepEqual(findSecret([{ [secret]: 1 }]), { path: '$[0]', kind });
      assert.deepEqual(findSecret({ 'a b': new TextEncoder().encode(secret) }), { path: '$["a b"]', kind });
    }
    // The header's alg begins anywhere among the three bytes of a base64 group, with white space or without.
    for (let n = 0; n < 40; n++) {
      const header = { kid: 'x'.repeat(n), alg: 'ES256' };
      for (const json of [JSON.stringify(header), JSON.stringify(header, null, 2)])
        assert.equal(
          findSecretInText(`${Buffer.from(json).toString('base64url')}.e30.c2ln`),
          'JSON web token',
        );
    }
    assert.equal(findSecretInText(`sk-${'aB3dE6gH'.repeat(6)}`), 'model provider API key');
    assert.equal(findSecretInText(`sk-${'proj'}-${'aB3dE6gH'.repeat(6)}`), 'model provider API key');
    assert.equal(findSecretInText(`github_${'pat'}_${'aB3dE6gH'.repeat(6)}`), 'GitHub token');
  });

  it('lets ordinary text pass', () => {
    for (const text of [
      'sk-ip this step',
      'risk-adjusted-returns-2026-over-many-years',
      'task-550e8400-e29b-41d4-a716-446655440000',
      'sk-learn-random-forest-classifier-v2',
      'sk-SK-locale',
      'hf_score',
      'hf_daily_rolling_window_summary_2026',
      'half_life_of_the_memory_is_fourteen_days',
      'wolf_live_in_packs_everywhere',
      'eyJhbGciOiJIUzI1NiJ9',
      'eyebrow.raising.results',
      'eyJhbGciOiJIUzI1NiJ9.e30',
      'eyes_on.the.ImFsZyI',
      `${b64({ not: 'a header' })}.${b64({})}.abc`,
      '-----BEGIN CERTIFICATE-----',
      'BAKIAIOSFODNN7EXAMPLEX',
      'C:\\users\\sk-ip\\new\\table',
    ]) {
      assert.equal(findSecretInText(text), null, text);
    }
    assert.equal(findSecret([1, 2n, null, true, { a: 'BTC-PERP' }]), null);
  });

  it('takes linear time on text made to be slow', () => {
    // A quadratic pattern, or a parser asked of every candidate, would need minutes for these; the test runner's own timeout
    // is the judge.
    const pieces = [
      'eyJ',
      'eyJabcde.',
      'sk-',
      'hf_',
      'hf_a_',
      'hf_a-',
      '-----BEGIN ',
      '\\',
      '\\u',
      'AKIA',
      'sk-a',
      'a.',
      'ghp_',
      'eyAAAAAA.AA.AA ',
      '\\eyAAAAAA.AA.AA ',
      `${b64({ alg: 1 }).slice(0, 8)}.AA.A `,
    ];
    for (const piece of pieces)
      assert.equal(findSecretInText(piece.repeat(260_000 / piece.length)), null, piece);
  });
});
