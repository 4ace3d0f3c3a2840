/** Service Vault over a socket: what it promises, and that nothing is in clear anywhere. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openConnection } from '../../src/store/db.js';
import { addKey } from '../../src/vault/key_file.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { all, RawClient, type Reply, refusal } from '../support/rawClient.js';

const VALUE = 'pf_live_Zq8rT1vX4nB7mK2wL9sD3fG6';

/** Every byte below a folder, with what it might be spelled as. */
function findBelow(folder: string, needles: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
}

describe('service Vault', () => {
  const keys = temporaryFolder();
  const key_file = join(keys, 'master.key');
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  const call = (method: string, request: object = {}): Promise<Reply> =>
    client.call('Vault', method, { agent_id: 'alpha', ...request });
  const write = (method: string, request: object) =>
    call(method, { request_id: `r-${++requests}`, ...request });
  const put = (name: string, value: string, more: object = {}) =>
    write('PutCredential', { name, value: Buffer.from(value), ...more });
  const start = async (file = key_file, ...more: readonly string[]) => {
    const args = ['--master-key-file', file, ...more];
    daemon = await startDaemon({ state_dir: join(keys, 'state'), args });
    client = new RawClient(daemon.address);
  };
  const stop = async () => {
    client.close();
    await daemon.stop();
  };

  before(async () => {
    addKey(key_file);
    await start();
  });
  after(async () => {
    await stop();
    removeFolder(keys);
  });

  it('gives back what was put, also after a kill', async () => {
    const stored = await put('exchange', VALUE, { description: 'for orders' });
    assert.equal(stored.credential.version, 1);
    await daemon.kill();
    client.close();
    await start();
    const found = await call('GetCredential', { name: 'exchange', purpose: 'test' });
    assert.equal(found.value.toString(), VALUE);
    assert.deepEqual(
      { ...found.credential },
      { ...stored.credential, revision: stored.header.revision, description: 'for orders' },
    );
  });

  it('replays a request and refuses its id for another value', async () => {
    const request = { name: 'replayed', value: Buffer.from('one'), request_id: 'same' };
    const first = await call('PutCredential', request);
    const again = await call('PutCredential', request);
    assert.deepEqual([first.header.replayed, again.header.replayed], [false, true]);
    const other = await refusal(call('PutCredential', { ...request, value: Buffer.from('two') }));
    assert.equal(other.reason, 'IDEMPOTENCY_KEY_REUSED');
    assert.equal((await call('GetCredential', { name: 'replayed' })).value.toString(), 'one');
  });

  it('keeps agents and versions apart', async () => {
    await put('own', 'of alpha');
    const other = await refusal(client.call('Vault', 'GetCredential', { agent_id: 'beta', name: 'own' }));
    assert.deepEqual([other.reason, other.field], ['NOT_FOUND', 'name']);
    assert.equal((await refusal(put('own', 'x', { expected_version: 0 }))).reason, 'VERSION_CONFLICT');
    assert.equal((await put('own', 'newer', { expected_version: 1 })).credential.version, 2);
    assert.equal((await call('GetCredential', { name: 'own' })).value.toString(), 'newer');
    await write('DeleteCredential', { name: 'own' });
    assert.equal((await refusal(call('GetCredential', { name: 'own' }))).reason, 'NOT_FOUND');
    assert.equal((await refusal(write('DeleteCredential', { name: 'own' }))).reason, 'NOT_FOUND');
  });

  it('refuses what it may not take, and names it', async () => {
    const refusals = await Promise.all([
      refusal(put('', 'v')),
      refusal(put('n', '')),
      refusal(put('n', 'v'.repeat(65_537))),
      refusal(put(VALUE, 'v')),
      refusal(put('n', 'v', { description: VALUE })),
      refusal(put('n', 'v', { description: 'd'.repeat(257) })),
      refusal(put('n', 'v', { ttl: { seconds: 0, nanos: 1_000_000 } })),
      refusal(call('GetCredential', { name: 'n', purpose: 'p'.repeat(129) })),
    ]);
    assert.deepEqual(
      refusals.map(({ reason, field }) => [reason, field]),
      [
        ['FIELD_REQUIRED', 'name'],
        ['FIELD_REQUIRED', 'value'],
        ['LIMIT_EXCEEDED', 'value'],
        ['SECRET_IN_DOCUMENT', 'name'],
        ['SECRET_IN_DOCUMENT', 'description'],
        ['LIMIT_EXCEEDED', 'description'],
        ['INVALID_FIELD', 'ttl'],
        ['LIMIT_EXCEEDED', 'purpose'],
      ],
    );
  });

  it('forgets a credential whose time is over, and says so in the journal', async () => {
    const stored = await put('brief', 'gone soon', { ttl: { seconds: 1, nanos: 0 } });
    const watching = client.stream('Watch', 'Watch', {
      agent_id: 'alpha',
      from_revision: stored.header.revision,
      kind_prefixes: ['vault.expired'],
    });
    for await (const message of watching) {
      const [entry] = message.entries;
      if (entry === undefined) continue;
      assert.equal(entry.key, 'brief');
      break;
    }
    assert.equal((await refusal(call('GetCredential', { name: 'brief' }))).reason, 'NOT_FOUND');
    const { credentials } = await call('ListCredentials');
    assert.ok(!credentials.some(({ name }: { name: string }) => name === 'brief'));
  });

  it('journals every read with its purpose, and no value', async () => {
    await put('watched', VALUE);
    const { header } = await call('GetCredential', { name: 'watched', purpose: 'to place an order' });
    const [message] = await take(
      client.stream('Watch', 'Watch', { agent_id: 'alpha', from_revision: Number(header.revision) - 1 }),
    );
    const [entry] = message.entries;
    assert.deepEqual([entry.kind, entry.key], ['vault.read', 'watched']);
    assert.equal(entry.payload.json, '{"purpose":"to place an order","version":1}');
  });

  it('is part of a transaction: all or nothing', async () => {
    const mutations = [
      { put_credential: { name: 'nested', value: Buffer.from('v') } },
      { delete_credential: { name: 'absent' } },
    ];
    const failed = await refusal(
      client.call('Transact', 'Transact', { agent_id: 'alpha', request_id: 't-1', mutations }),
    );
    assert.deepEqual([failed.reason, failed.field], ['NOT_FOUND', 'mutations[1].delete_credential.name']);
    assert.equal((await refusal(call('GetCredential', { name: 'nested' }))).reason, 'NOT_FOUND');
    await client.call('Transact', 'Transact', {
      agent_id: 'alpha',
      request_id: 't-2',
      mutations: mutations.slice(0, 1),
    });
    assert.equal((await call('GetCredential', { name: 'nested' })).value.toString(), 'v');
  });

  it('leaves nothing in clear in file, WAL, journal, backups, logs or errors', async () => {
    await put('grepped', VALUE);
    await call('GetCredential', { name: 'grepped', purpose: 'grep' });
    const error = await refusal(put('grepped', VALUE, { expected_version: 9 }));
    await all(client.stream('Admin', 'Backup', { name: 'vault' }));
    assert.ok(statSync(join(daemon.state_dir, 'holdfast.db-wal')).size > 0);
    const encoded = [
      VALUE,
      VALUE.slice(8),
      Buffer.from(VALUE).toString('base64'),
      Buffer.from(VALUE).toString('hex'),
    ];
    assert.deepEqual(findBelow(daemon.state_dir, encoded), []);
    const told = daemon.log() + error.message + JSON.stringify(error.metadata);
    assert.ok(!encoded.some((one) => told.includes(one)));
    // The search itself can find: the same bytes in a file are found.
    writeFileSync(join(keys, 'planted'), `x${VALUE}x`);
    assert.deepEqual(findBelow(keys, encoded), [join(keys, 'planted')]);
  });

  it('changes the master key while calls go on', async () => {
    for (let n = 0; n < 250; n += 1) await put(`rotated-${n}`, `value ${n}`);
    const [old_line = ''] = readFileSync(key_file, 'utf8').split('\n');
    const key_id = addKey(key_file);
    const rotating = all(client.stream('Vault', 'RotateMasterKey', {}));
    let is_over = false;
    const reading = (async () => {
      for (let n = 0; !is_over; n = (n + 1) % 250) {
        const { value } = await call('GetCredential', { name: `rotated-${n}` });
        assert.equal(value.toString(), `value ${n}`);
      }
    })();
    const done = (await rotating).at(-1);
    is_over = true;
    await reading;
    assert.equal(done.done, true);
    assert.equal(done.key_id, key_id);
    assert.ok(Number(done.rewrapped) >= 250);
    await stop();
    // The old key is no longer needed.
    writeFileSync(key_file, readFileSync(key_file, 'utf8').replace(`${old_line}\n`, ''), { mode: 0o600 });
    await start();
    assert.equal((await call('GetCredential', { name: 'rotated-7' })).value.toString(), 'value 7');
    assert.equal((await call('GetCredential', { name: 'exchange' })).value.toString(), VALUE);
  });

  it('leaves nothing that was acknowledged under the key before, however many are put meanwhile', async () => {
    const key_id = addKey(key_file);
    const puts: Promise<Reply>[] = [];
    const rotating = all(client.stream('Vault', 'RotateMasterKey', {}));
    for (let n = 0; n < 400; n += 1) {
      puts.push(put(`meanwhile-${n}`, `value ${n}`));
      if (n % 40 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal((await rotating).at(-1).key_id, key_id);
    await Promise.all(puts);
    const under = new Set<string>();
    for (let page_token = ''; ; ) {
      const page = await call('ListCredentials', { page_size: 1000, page_token });
      for (const one of page.credentials) under.add(one.key_id);
      page_token = page.next_page_token;
      if (page_token === '') break;
    }
    assert.deepEqual([...under], [key_id]);
  });

  it('says which master key is missing, and what is wrong with a damaged value', async () => {
    const { credential } = await put('of-the-old-key', 'v');
    await stop();
    const other = join(keys, 'other.key');
    addKey(other);
    await start(other);
    // Of fields whose name looks like a secret the log says nothing.
    assert.match(
      daemon.log(),
      /"sealed":\d+,"msg":"credentials are sealed under a master key that the daemon does not have/,
    );
    assert.ok(daemon.log().includes(credential.key_id));
    const wrong = await refusal(call('GetCredential', { name: 'of-the-old-key' }));
    assert.deepEqual([wrong.status, wrong.reason], ['FAILED_PRECONDITION', 'WRONG_MASTER_KEY']);
    assert.equal(wrong.metadata.key_id, credential.key_id);
    await put('of-the-new-key', 'w');
    const rotation = await refusal(client.last('Vault', 'RotateMasterKey', {}));
    assert.equal(rotation.reason, 'WRONG_MASTER_KEY');
    assert.equal((await call('GetCredential', { name: 'of-the-new-key' })).value.toString(), 'w');
    await stop();
    const db = openConnection(join(keys, 'state', 'holdfast.db'), { readonly: false });
    const row = db
      .prepare<[], { sealed: Buffer }>("SELECT sealed FROM vault_credentials WHERE name = 'of-the-old-key'")
      .get();
    assert.ok(row !== undefined);
    // One bit: a byte that is set to something is by chance what it was.
    const last = row.sealed.length - 1;
    row.sealed[last] = (row.sealed[last] ?? 0) ^ 1;
    db.prepare("UPDATE vault_credentials SET sealed = ? WHERE name = 'of-the-old-key'").run(row.sealed);
    db.close();
    await assert.rejects(
      start(),
      /DATA_LOSS: vault\.altered at revision \d+: credential of-the-old-key of alpha/,
    );
    // A value that is damaged while the daemon runs is refused when it is read.
    await start(key_file, '--verify-on-start', 'off');
    const damaged = await refusal(call('GetCredential', { name: 'of-the-old-key' }));
    assert.deepEqual([damaged.status, damaged.reason], ['DATA_LOSS', 'DATA_LOSS']);
    assert.equal((await call('GetCredential', { name: 'exchange' })).value.toString(), VALUE);
  });
});

describe('a vault without a master key', () => {
  it('is locked, but names can be listed and things deleted', async () => {
    const folder = temporaryFolder();
    const key_file = join(folder, 'master.key');
    addKey(key_file);
    const state_dir = join(folder, 'state');
    const with_key = await startDaemon({
      state_dir,
      env: { CREDENTIALS_DIRECTORY: renamedFor(folder, key_file) },
    });
    const client = new RawClient(with_key.address);
    const agent_id = 'alpha';
    await client.call('Vault', 'PutCredential', {
      agent_id,
      request_id: 'r-1',
      name: 'kept',
      value: Buffer.from('v'),
    });
    client.close();
    await with_key.stop();

    const daemon = await startDaemon({ state_dir });
    const locked = new RawClient(daemon.address);
    try {
      const put = { agent_id, request_id: 'r-2', name: 'n', value: Buffer.from('v') };
      const refusals = await Promise.all([
        refusal(locked.call('Vault', 'PutCredential', put)),
        refusal(locked.call('Vault', 'GetCredential', { agent_id, name: 'kept' })),
        refusal(locked.last('Vault', 'RotateMasterKey', {})),
      ]);
      assert.deepEqual(
        refusals.map(({ reason }) => reason),
        ['VAULT_LOCKED', 'VAULT_LOCKED', 'VAULT_LOCKED'],
      );
      const { credentials } = await locked.call('Vault', 'ListCredentials', { agent_id });
      assert.deepEqual(
        credentials.map(({ name }: { name: string }) => name),
        ['kept'],
      );
      await locked.call('Vault', 'DeleteCredential', { agent_id, request_id: 'r-3', name: 'kept' });
    } finally {
      locked.close();
      await daemon.stop();
      removeFolder(folder);
    }
  });

  it('does not start with a key file that is none', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'master.key');
    writeFileSync(path, 'hello\n', { mode: 0o600 });
    await assert.rejects(
      startDaemon({ state_dir: folder, args: ['--master-key-file', path] }),
      /line 1 is not a key/,
    );
    removeFolder(folder);
  });
});

/** A folder as systemd makes it, with the key under its credential name. */
function renamedFor(folder: string, key_file: string): string {
  writeFileSync(join(folder, 'holdfast-master-key'), readFileSync(key_file), { mode: 0o600 });
  return folder;
}

/** The first message of a stream. */
async function take(stream: AsyncIterable<Reply>): Promise<Reply[]> {
  for await (const message of stream) return [message];
  return [];
}
