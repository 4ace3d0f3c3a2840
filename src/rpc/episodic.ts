/** Service Episodic. */
import { unpackDocument } from '../codec/msgpack.js';
import { type ProtoTimestamp, usToTimestamp } from '../codec/time.js';
import type { AmountSum__Output } from '../gen/holdfast/v1/AmountSum.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Episode } from '../gen/holdfast/v1/Episode.js';
import type { EpisodicHandlers } from '../gen/holdfast/v1/Episodic.js';
import type { ListEpisodesRequest__Output } from '../gen/holdfast/v1/ListEpisodesRequest.js';
import type { SummarizeEpisodesRequest__Output } from '../gen/holdfast/v1/SummarizeEpisodesRequest.js';
import type { SummarizeEpisodesResponse } from '../gen/holdfast/v1/SummarizeEpisodesResponse.js';
import { revisionOf } from '../journal/position.js';
import { noEpisode } from '../tiers/episodic/commands.js';
import { episodeId, readEpisodeId } from '../tiers/episodic/episode_id.js';
import { unpackEpisode } from '../tiers/episodic/payload.js';
import type { EpisodeRow } from '../tiers/episodic/queries.js';
import type { AmountSum, Summary } from '../tiers/episodic/summary.js';
import { takePage } from '../tiers/page.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { valueToDocument } from './documents.js';
import { ingestEpisodes } from './episodic_ingest.js';
import { checkEpisodeId, checkOptionalType } from './episodic_mutations.js';
import { read, readHeader, requireRevision, unary } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';

/** Bounds of an open window: no instant that a Timestamp holds in microseconds lies outside. */
const BEGINNING_US = Number.MIN_SAFE_INTEGER;
const END_US = Number.MAX_SAFE_INTEGER + 1;
/** Below every position: a cursor at an instant itself, before whatever occurred then. */
const NO_POSITION = -1;

export function episodicService(ctx: RpcContext, mutation: MutationRpc): EpisodicHandlers {
  return {
    RecordEpisodes: mutation('record_episodes'),
    IngestEpisodes: ingestEpisodes(ctx),
    AttachOutcome: mutation('attach_outcome'),
    SetRetention: mutation('set_retention'),

    GetEpisode: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const episode_id = checkEpisodeId(request.episode_id);
      const key = readEpisodeId(episode_id);
      const row = key && queries.episodic.get(agent_id, key);
      if (row === undefined) throw noEpisode(episode_id);
      return { episode: toEpisode(row, request.encoding) };
    }),

    ListEpisodes: read(ctx, (request, queries) => {
      const { filter, page_size, query } = parseList(request);
      const { rows, more } = takePage(
        queries.episodic.newestFirst(filter),
        page_size,
        ({ payload, outcome }) => payload.length + (outcome?.length ?? 0),
      );
      const last = rows.at(-1);
      return {
        episodes: rows.map((row) => toEpisode(row, request.encoding)),
        next_page_token: more && last ? pageToken(query, [last.occurred_at_us, last.position]) : '',
      };
    }),

    SummarizeEpisodes: unary(ctx, async (request: SummarizeEpisodesRequest__Output) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const type = checkOptionalType(request.type);
      const window = parseWindow(request);
      requireRevision(ctx, request.min_revision);
      return toSummary(await ctx.scans.run('summarize_episodes', { agent_id, type, ...window }));
    }),
  };
}

interface Window {
  readonly since: ProtoTimestamp | null;
  readonly until: ProtoTimestamp | null;
}

function parseWindow({ since, until }: Window): { since_us: number; until_us: number } {
  return {
    since_us: check.optionalTimestamp(since, 'since') ?? BEGINNING_US,
    until_us: check.optionalTimestamp(until, 'until') ?? END_US,
  };
}

function parseList(request: ListEpisodesRequest__Output) {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const type = checkOptionalType(request.type);
  const { since_us, until_us } = parseWindow(request);
  const page_size = check.pageSize(request.page_size);
  const query = ['ListEpisodes', agent_id, type, since_us, until_us];
  const cursor = readPageToken(request.page_token, query, ['number', 'number']);
  const [occurred_at_us, position] = (cursor as [number, number] | undefined) ?? [until_us, NO_POSITION];
  return { filter: { agent_id, type, since_us, before: { occurred_at_us, position } }, page_size, query };
}

function toEpisode(row: EpisodeRow, encoding: DocumentEncoding__Output): Episode {
  const { amounts, outcome, payload } = unpackEpisode(row.payload);
  const known_outcome = row.outcome === null ? outcome : unpackDocument(row.outcome);
  return {
    episode_id: episodeId(row.position, row.occurred_at_us, row.type),
    type: row.type,
    occurred_at: usToTimestamp(row.occurred_at_us),
    payload: valueToDocument(payload, encoding),
    amounts: Object.entries(amounts).map(([name, amount]) => ({ name, amount })),
    ...(known_outcome !== undefined && { outcome: valueToDocument(known_outcome, encoding) }),
    ...(row.outcome_at_us !== null && { outcome_at: usToTimestamp(row.outcome_at_us) }),
    revision: String(revisionOf(row.position)),
  };
}

function toSummary({ revision, types, amounts }: Summary): SummarizeEpisodesResponse {
  const first_us = types.map(({ first_at_us }) => first_at_us);
  const last_us = types.map(({ last_at_us }) => last_at_us);
  return {
    header: readHeader(revision),
    count: String(types.reduce((sum, { count }) => sum + count, 0)),
    ...(types.length > 0 && {
      first_at: usToTimestamp(Math.min(...first_us)),
      last_at: usToTimestamp(Math.max(...last_us)),
    }),
    types: types.map((each) => ({
      type: each.type,
      count: String(each.count),
      first_at: usToTimestamp(each.first_at_us),
      last_at: usToTimestamp(each.last_at_us),
      with_outcome: String(each.with_outcome),
      amounts: each.amounts.map(toAmountSum),
    })),
    amounts: amounts.map(toAmountSum),
  };
}

function toAmountSum({ name, sum, count }: AmountSum): AmountSum__Output {
  return { name, sum, count: String(count) };
}
