/** Service Procedural over a socket. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, refusal } from '../support/rawClient.js';

describe('service Procedural', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  const call = (method: string, request: object) =>
    client.call('Procedural', method, { agent_id: 'a', ...request });
  const write = (method: string, request: object) =>
    call(method, { request_id: `r-${++requests}`, ...request });
  const put = (name: string, text: string, more: object = {}) =>
    write('PutPromptTemplate', { name, text, ...more });

  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('gives back what was put, by version, by label, newest', async () => {
    const first = await put('plan/daily', 'Trade {{market}} for {{user}}.', { description: 'first' });
    await put('plan/daily', 'Sell {{market}}.', { labels: ['staging', 'canary'], expected_version: 1 });
    const { template } = await call('GetPromptTemplate', { name: 'plan/daily', version: 1 });
    assert.deepEqual(template, {
      name: 'plan/daily',
      version: 1,
      text: 'Trade {{market}} for {{user}}.',
      description: 'first',
      variables: ['market', 'user'],
      labels: [],
      created_at: first.header.committed_at,
      revision: first.header.revision,
    });
    const newest = await call('GetPromptTemplate', { name: 'plan/daily' });
    assert.deepEqual([newest.template.version, newest.template.labels], [2, ['canary', 'staging']]);
    await write('SetPromptLabel', { name: 'plan/daily', label: 'staging', version: 1, expected_version: 2 });
    const labelled = await call('GetPromptTemplate', { name: 'plan/daily', label: 'staging' });
    assert.equal(labelled.template.version, 1);
    await write('DeletePromptLabel', { name: 'plan/daily', label: 'canary' });
    const { templates } = await call('ListPromptTemplates', {});
    assert.deepEqual(templates, [
      { name: 'plan/daily', newest_version: 2, labels: [{ label: 'staging', version: 1 }] },
    ]);
  });

  it('renders strictly', async () => {
    await put('greet', 'Hello {{ who }}, \\{{who}} is {{who}}{{end}}');
    const render = (variables: object[], more: object = {}) =>
      call('RenderPrompt', { name: 'greet', variables, ...more });
    const rendered = await render([
      { name: 'who', value: '{{end}}' },
      { name: 'end', value: '' },
    ]);
    const { text, version, tokens, estimate } = rendered;
    assert.deepEqual([text, version, tokens, estimate], ['Hello {{end}}, {{who}} is {{end}}', 1, 0, false]);
    const wrong = await refusal(render([{ name: 'whom', value: 'x' }]));
    assert.deepEqual(
      [wrong.status, wrong.reason, wrong.field],
      ['INVALID_ARGUMENT', 'INVALID_FIELD', 'variables'],
    );
    assert.deepEqual(wrong.metadata, { missing: 'end,who', unused: 'whom' });
    await put('large', '{{who}}'.repeat(9));
    const large = await refusal(
      call('RenderPrompt', { name: 'large', variables: [{ name: 'who', value: 'x'.repeat(262_144) }] }),
    );
    assert.deepEqual([large.reason, large.metadata.actual], ['LIMIT_EXCEEDED', String(9 * 262_144)]);
  });

  it('counts the tokens of what it rendered, for a model or an encoding', async () => {
    await put('count', '{{a}} world');
    const count = async (model: string) => {
      const variables = [{ name: 'a', value: 'hello' }];
      const { tokens, estimate } = await call('RenderPrompt', { name: 'count', variables, model });
      return [tokens, estimate];
    };
    assert.deepEqual(await count('gpt-4o'), [2, false]);
    assert.deepEqual(await count('cl100k_base'), [2, false]);
    assert.deepEqual(await count('claude-sonnet-4'), [2, true]);
  });

  it('names what is wrong with a request', async () => {
    const cases: [string, object, string, string][] = [
      ['PutPromptTemplate', { name: 'n' }, 'FIELD_REQUIRED', 'text'],
      ['PutPromptTemplate', { text: 't' }, 'FIELD_REQUIRED', 'name'],
      ['PutPromptTemplate', { name: 'a b', text: 't' }, 'INVALID_FIELD', 'name'],
      ['PutPromptTemplate', { name: 'n', text: '{{a' }, 'INVALID_FIELD', 'text'],
      ['PutPromptTemplate', { name: 'n', text: 'x'.repeat(262_145) }, 'LIMIT_EXCEEDED', 'text'],
      ['PutPromptTemplate', { name: 'n', text: 'sk_live_abcdefgh' }, 'SECRET_IN_DOCUMENT', 'text'],
      [
        'PutPromptTemplate',
        { name: 'n', text: 't', description: 'x'.repeat(1025) },
        'LIMIT_EXCEEDED',
        'description',
      ],
      ['PutPromptTemplate', { name: 'n', text: 't', labels: ['a', '1'] }, 'INVALID_FIELD', 'labels[1]'],
      ['PutPromptTemplate', { name: 'n', text: 't', labels: ['a', 'a'] }, 'INVALID_FIELD', 'labels[1]'],
      [
        'PutPromptTemplate',
        { name: 'n', text: 't', labels: Array(17).fill('a') },
        'LIMIT_EXCEEDED',
        'labels',
      ],
      [
        'PutPromptTemplate',
        { name: 'n', text: 't', expected_version: 7 },
        'VERSION_CONFLICT',
        'expected_version',
      ],
      ['SetPromptLabel', { name: 'n', label: 'l' }, 'FIELD_REQUIRED', 'version'],
      ['SetPromptLabel', { name: 'n', label: 'l', version: 1 }, 'NOT_FOUND', 'name'],
      ['SetPromptLabel', { name: 'greet', label: 'l', version: 9 }, 'NOT_FOUND', 'version'],
      ['DeletePromptLabel', { name: 'greet', label: 'l' }, 'NOT_FOUND', 'label'],
      ['GetPromptTemplate', { name: 'greet', label: 'l' }, 'NOT_FOUND', 'label'],
      ['GetPromptTemplate', { name: 'greet', label: 'l', version: 1 }, 'INVALID_FIELD', 'label'],
      ['GetPromptTemplate', { name: 'greet', version: 9 }, 'NOT_FOUND', 'version'],
      ['ListPromptVersions', { name: 'n' }, 'NOT_FOUND', 'name'],
      ['RenderPrompt', { name: 'n' }, 'NOT_FOUND', 'name'],
      ['RenderPrompt', { name: 'n', variables: [{ name: 'a b' }] }, 'INVALID_FIELD', 'variables[0].name'],
      [
        'RenderPrompt',
        { name: 'n', variables: [{ name: 'a' }, { name: 'a' }] },
        'INVALID_FIELD',
        'variables[1].name',
      ],
      [
        'RenderPrompt',
        { name: 'n', variables: [{ name: 'a', value: 'x'.repeat(262_145) }] },
        'LIMIT_EXCEEDED',
        'variables[0].value',
      ],
      [
        'RenderPrompt',
        { name: 'n', variables: Array.from({ length: 257 }, (_, n) => ({ name: `v${n}` })) },
        'LIMIT_EXCEEDED',
        'variables',
      ],
      ['RenderPrompt', { name: 'n', model: 'no-such-model' }, 'INVALID_FIELD', 'model'],
    ];
    const before_all = await call('ListPromptTemplates', {});
    for (const [method, request, reason, field] of cases) {
      const refused = await refusal(write(method, request));
      assert.deepEqual([refused.reason, refused.field], [reason, field], `${method}: ${refused.message}`);
    }
    assert.deepEqual((await call('ListPromptTemplates', {})).templates, before_all.templates);
  });

  it('pages templates and versions', async () => {
    for (let n = 1; n <= 5; n += 1) {
      await call('PutPromptTemplate', {
        agent_id: 'p',
        request_id: `v-${n}`,
        name: 'many',
        text: `text ${n}`,
      });
      await call('PutPromptTemplate', { agent_id: 'p', request_id: `t-${n}`, name: `t${n}`, text: 'text' });
    }
    const pages = async (method: string, request: object, elements: string) => {
      const seen: (string | number)[][] = [];
      let page_token = '';
      do {
        const page = await call(method, { agent_id: 'p', page_size: 2, page_token, ...request });
        seen.push(
          page[elements].map((each: { name: string; version?: number }) => each.version ?? each.name),
        );
        page_token = page.next_page_token;
      } while (page_token !== '');
      return seen;
    };
    assert.deepEqual(await pages('ListPromptTemplates', {}, 'templates'), [
      ['many', 't1'],
      ['t2', 't3'],
      ['t4', 't5'],
    ]);
    assert.deepEqual(await pages('ListPromptVersions', { name: 'many' }, 'versions'), [[5, 4], [3, 2], [1]]);
    const { next_page_token } = await call('ListPromptVersions', {
      agent_id: 'p',
      name: 'many',
      page_size: 2,
    });
    const wrong = await refusal(
      call('ListPromptVersions', { agent_id: 'p', name: 't1', page_token: next_page_token }),
    );
    assert.equal(wrong.reason, 'INVALID_PAGE_TOKEN');
  });

  it('answers a repeated request with what it did', async () => {
    const request = { request_id: 'once', name: 'once', text: 'text' };
    const first = await call('PutPromptTemplate', request);
    await put('once', 'newer');
    const again = await call('PutPromptTemplate', request);
    assert.deepEqual([again.version, again.header.replayed], [1, true]);
    assert.equal(again.header.revision, first.header.revision);
    const other = await refusal(call('PutPromptTemplate', { ...request, text: 'other' }));
    assert.equal(other.reason, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('is all or nothing in a transaction, and survives a restart', async () => {
    const transact = (label: object) =>
      client.call('Transact', 'Transact', {
        agent_id: 't',
        request_id: `r-${++requests}`,
        mutations: [{ put_prompt_template: { name: 'n', text: 'x {{y}}' } }, { set_prompt_label: label }],
      });
    const failed = await refusal(transact({ name: 'n', label: 'l', version: 2 }));
    assert.deepEqual([failed.reason, failed.field], ['NOT_FOUND', 'mutations[1].set_prompt_label.version']);
    assert.deepEqual((await call('ListPromptTemplates', { agent_id: 't' })).templates, []);
    const { results } = await transact({ name: 'n', label: 'l', version: 1 });
    assert.equal(results[0].put_prompt_template.version, 1);

    const every = async () => [
      (await call('ListPromptTemplates', {})).templates,
      (await call('GetPromptTemplate', { agent_id: 't', name: 'n', label: 'l' })).template,
    ];
    const kept = await every();
    client.close();
    await daemon.kill();
    daemon = await startDaemon({ state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    assert.deepEqual(await every(), kept);
    const verified = await client.last('Admin', 'Verify', {});
    assert.deepEqual(verified.findings, []);
  });
});
