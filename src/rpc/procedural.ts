/** Service Procedural. */
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { ProceduralHandlers } from '../gen/holdfast/v1/Procedural.js';
import type { PromptTemplate } from '../gen/holdfast/v1/PromptTemplate.js';
import type { PromptVariable__Output } from '../gen/holdfast/v1/PromptVariable.js';
import type { RenderPromptRequest__Output } from '../gen/holdfast/v1/RenderPromptRequest.js';
import { revisionOf } from '../journal/position.js';
import type { PromptLabelRow, PromptVersionRow, WhichVersion } from '../tiers/procedural/queries.js';
import { unpackPrompt } from '../tiers/procedural/rows.js';
import {
  isVariableName,
  MAX_VARIABLES,
  parseTemplate,
  renderTemplate,
} from '../tiers/procedural/template.js';
import { tokenizerFor } from '../tokens/models.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { guardHandlers } from './guards.js';
import { read, readHeader, unary } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { checkLabel } from './procedural_mutations.js';

const MAX_VALUE_BYTES = 262_144;
/** Above every version: where the newest-first list begins. */
const NO_VERSION = Number.MAX_SAFE_INTEGER;

export function proceduralService(ctx: RpcContext, mutation: MutationRpc): ProceduralHandlers {
  return {
    ...guardHandlers(ctx, mutation),

    PutPromptTemplate: mutation('put_prompt_template'),
    SetPromptLabel: mutation('set_prompt_label'),
    DeletePromptLabel: mutation('delete_prompt_label'),

    GetPromptTemplate: read(ctx, (request, { procedural }) => {
      const { agent_id, name, which } = parseWhich(request);
      const row = procedural.version(agent_id, name, which);
      return { template: toTemplate(row, procedural.labels(agent_id, name)) };
    }),

    ListPromptTemplates: read(ctx, (request, { procedural }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const limit = check.pageSize(request.page_size);
      const query = ['ListPromptTemplates', agent_id];
      const [after] = readPageToken(request.page_token, query, ['string']) ?? [''];
      const { rows, more } = procedural.templates(agent_id, String(after), limit);
      const last = rows.at(-1);
      return {
        templates: rows.map(({ labels, ...row }) => ({ ...row, labels: [...labels] })),
        next_page_token: more && last !== undefined ? pageToken(query, [last.name]) : '',
      };
    }),

    ListPromptVersions: read(ctx, (request, { procedural }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name = check.name(request.name, 'name');
      const limit = check.pageSize(request.page_size);
      const query = ['ListPromptVersions', agent_id, name];
      const [before] = readPageToken(request.page_token, query, ['number']) ?? [NO_VERSION];
      const { rows, more } = procedural.versions(agent_id, name, Number(before), limit);
      const labels = procedural.labels(agent_id, name);
      const last = rows.at(-1);
      return {
        versions: rows.map((row) => toTemplate(row, labels)),
        next_page_token: more && last !== undefined ? pageToken(query, [last.version]) : '',
      };
    }),

    RenderPrompt: unary(ctx, async (request: RenderPromptRequest__Output) => {
      const min_revision = check.counter(request.min_revision, 'min_revision');
      const { tokenizer, ...rendered } = ctx.reads.snapshot(min_revision, ({ procedural }, revision) => {
        const { agent_id, name, which } = parseWhich(request);
        const values = parseVariables(request.variables);
        const tokenizer = request.model === '' ? undefined : tokenizerFor(request.model, 'model');
        const { version, payload } = procedural.version(agent_id, name, which);
        const text = renderTemplate(parseTemplate(unpackPrompt(payload).text), values);
        return { tokenizer, text, version, header: readHeader(revision) };
      });
      if (tokenizer === undefined) return rendered;
      const [tokens = 0] = await ctx.tokens.count([rendered.text], tokenizer.encoding);
      return { ...rendered, tokens, estimate: tokenizer.estimate };
    }),
  };
}

interface WhichRequest extends WhichVersion {
  readonly agent_id: string;
  readonly name: string;
}

function parseWhich(request: WhichRequest) {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const name = check.name(request.name, 'name');
  const { version, label } = request;
  if (label !== '') checkLabel(label, 'label');
  if (version !== 0 && label !== '') throw invalidField('label', 'version and label: one of the two');
  return { agent_id, name, which: { version, label } };
}

function parseVariables(variables: readonly PromptVariable__Output[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const [index, { name, value }] of check.list(variables, 'variables', 0, MAX_VARIABLES).entries()) {
    const at = `variables[${index}]`;
    if (!isVariableName(check.required(name, `${at}.name`)))
      throw invalidField(`${at}.name`, 'must be 1-64 characters of [A-Za-z0-9_]');
    if (values.has(name)) throw invalidField(`${at}.name`, `${name} is there twice`);
    const size_bytes = Buffer.byteLength(value);
    if (size_bytes > MAX_VALUE_BYTES) {
      throw new HoldfastError(
        'LIMIT_EXCEEDED',
        `${at}.value: at most ${MAX_VALUE_BYTES} bytes, got ${size_bytes}`,
        { field: `${at}.value`, metadata: { limit: String(MAX_VALUE_BYTES), actual: String(size_bytes) } },
      );
    }
    values.set(name, value);
  }
  return values;
}

function toTemplate(row: PromptVersionRow, labels: readonly PromptLabelRow[]): PromptTemplate {
  const { name, version, text, description } = unpackPrompt(row.payload);
  return {
    name,
    version,
    text,
    description,
    variables: [...parseTemplate(text).variables],
    labels: labels.filter((each) => each.version === version).map(({ label }) => label),
    created_at: usToTimestamp(row.time_us),
    revision: String(revisionOf(row.position)),
  };
}
