/** Sealing: known answers, what it is bound to, and that no damaged byte opens. */
import assert from 'node:assert/strict';
import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keyIdOf, MasterKey, open, rewrap, seal } from '../../src/vault/envelope.js';
import { decrypt, encrypt } from '../../src/vault/gcm.js';

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

describe('AES-256-GCM', () => {
  // Test cases 13, 14 and 16 of "The Galois/Counter Mode of Operation" (McGrew, Viega), appendix B.
  const zero_key = Buffer.alloc(32);
  const zero_nonce = Buffer.alloc(12);
  const key = hex('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308');
  const nonce = hex('cafebabefacedbaddecaf888');
  const plain = hex(`d9313225f88406e5a55909c5aff5269a 86a7a9531534f7da2e4c303d8a318a72
    1c3c0c95956809532fcf0e2449a6b525 b16aedf5aa0de657ba637b39`);
  const additional = hex('feedfacedeadbeeffeedfacedeadbeef abaddad2');
  const cases = [
    ['13', zero_key, zero_nonce, '', '', '', '530f8afbc74536b9a963b4f1c4cb738b'],
    [
      '14',
      zero_key,
      zero_nonce,
      '',
      '00000000000000000000000000000000',
      'cea7403d4d606b6e074ec5d3baf39d18',
      'd0d1c8a799996bf0265b98b5d48ab919',
    ],
    [
      '16',
      key,
      nonce,
      additional.toString('hex'),
      plain.toString('hex'),
      `522dc1f099567d07f47f37a32a84427d 643a8cdcbfe5c0c97598a2bd2555d1aa
       8cb08e48590dbb3da7b08b1056828838 c5f61e6393ba7a0abcc9f662`,
      '76fc6ece0f4e1768cddf8853bb2d551b',
    ],
  ] as const;
  for (const [number, with_key, with_nonce, aad, text, cipher, tag] of cases) {
    it(`gives the answer of test case ${number}`, () => {
      const sealed = encrypt(with_key, with_nonce, hex(aad), hex(text));
      assert.equal(
        sealed.toString('hex'),
        Buffer.concat([with_nonce, hex(cipher), hex(tag)]).toString('hex'),
      );
      assert.deepEqual(decrypt(with_key, hex(aad), sealed), hex(text));
    });
  }
});

describe('a sealed value', () => {
  const key_bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
  const master = new MasterKey(key_bytes);
  const other = new MasterKey(Buffer.alloc(32, 7));
  const binding = { agent_id: 'alpha', name: 'exchange' };

  it('is the bytes that the format says, taken apart by other means', () => {
    const value = Buffer.from('pf_live_not_a_real_one');
    const sealed = seal(master, binding, value, 'r-1');
    assert.equal(sealed[0], 1);
    assert.equal(keyIdOf(sealed), '630dcd2966c43366');
    const wrapping = Buffer.from(hkdfSync('sha256', key_bytes, '', 'holdfast vault wrapping v1', 32));
    const parts = ['holdfast vault v1', 'alpha', 'exchange'].map((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return Buffer.concat([length, Buffer.from(part)]);
    });
    const gcm = (with_key: Uint8Array, bytes: Buffer): Buffer => {
      const decipher = createDecipheriv('aes-256-gcm', with_key, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.concat(parts)).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    };
    const data_key = gcm(wrapping, sealed.subarray(9, 69));
    assert.deepEqual(gcm(data_key, sealed.subarray(69)), value);
  });

  it('is a known answer', () => {
    const sealed = seal(master, binding, Buffer.from('value'), 'salt');
    const digest = createHmac('sha256', 'known answer').update(sealed).digest('hex');
    assert.equal(sealed.length, 9 + 60 + 12 + 5 + 16);
    assert.equal(digest, 'b80dc681b477d87c102888caea611a6058b1471d3c8050916f6c8b5b717e76c0');
  });

  it('opens under the same key, agent and name only', () => {
    const value = Buffer.from('secret');
    const sealed = seal(master, binding, value, '');
    assert.deepEqual(open(master, binding, sealed), value);
    assert.throws(() => open(other, binding, sealed));
    assert.throws(() => open(master, { ...binding, agent_id: 'beta' }, sealed));
    assert.throws(() => open(master, { ...binding, name: 'other' }, sealed));
    assert.throws(() => open(master, { agent_id: 'alphae', name: 'xchange' }, sealed));
  });

  it('is the same for the same request and another for another', () => {
    const value = Buffer.from('secret');
    const sealed = seal(master, binding, value, 'r-1');
    assert.deepEqual(seal(master, binding, value, 'r-1'), sealed);
    const others = [
      seal(master, binding, value, 'r-2'),
      seal(master, binding, Buffer.from('secres'), 'r-1'),
      seal(master, { ...binding, agent_id: 'beta' }, value, 'r-1'),
      seal(other, binding, value, 'r-1'),
    ];
    const data_keys = new Set([sealed, ...others].map((one) => one.subarray(9, 69).toString('hex')));
    assert.equal(data_keys.size, 5, 'no two share an encrypted data key or a nonce');
  });

  it('comes back whatever it is, also after a change of master key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.string(), (value, salt) => {
        const sealed = seal(master, binding, value, salt);
        assert.deepEqual(open(master, binding, sealed), Buffer.from(value));
        const rewrapped = rewrap(master, other, binding, sealed);
        assert.deepEqual(open(other, binding, rewrapped), Buffer.from(value));
        assert.deepEqual(rewrapped.subarray(69), sealed.subarray(69), 'the value itself is not touched');
        assert.throws(() => open(master, binding, rewrapped));
      }),
    );
  });

  it('does not open with any bit changed or anything cut off', () => {
    const sealed = seal(master, binding, Buffer.from('secret'), '');
    for (let bit = 8; bit < sealed.length * 8; bit += 1) {
      const damaged = Buffer.from(sealed);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const is_key_id = bit < 9 * 8;
      if (is_key_id) assert.notEqual(keyIdOf(damaged), keyIdOf(sealed));
      else assert.throws(() => open(master, binding, damaged), `bit ${bit}`);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      assert.throws(() => open(master, binding, sealed.subarray(0, length)), `${length} bytes`);
    }
  });
});
