import { fromUnits, toUnits } from './amounts.js';
import {
  allPages,
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  inChunks,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

interface ModelEpisode {
  readonly agent_id: string;
  readonly episode_id: string;
  readonly type: string;
  readonly payload: unknown;
  readonly amounts: readonly Message[];
  readonly revision: number;
  outcome: unknown;
}

interface Totals {
  count: number;
  readonly sums: Map<string, bigint>;
}

const SAMPLE = 15;

export class EpisodesModel implements TierModel {
  readonly names = ['record_episodes', 'attach_outcome', 'set_retention'];
  readonly #episodes = new Map<string, ModelEpisode>();
  readonly #totals = new Map<string, Totals>();
  #touched: string[] = [];

  apply(step: Step): Entry[] {
    const { name, agent_id, request, result, revision } = step;
    if (name === 'set_retention') return [[agent_id, 'episode.retention', textOf(request.type) || '*']];
    if (name === 'attach_outcome') {
      const key = `${agent_id} ${textOf(request.episode_id)}`;
      const episode = this.#episodes.get(key);
      expectReply(
        step,
        'an outcome is attached once, to a recorded episode',
        episode?.outcome === undefined && episode !== undefined,
        true,
      );
      if (episode !== undefined) episode.outcome = documentOf(request.outcome);
      this.#touched.push(key);
      return [[agent_id, 'episode.outcome', textOf(request.episode_id)]];
    }
    const episodes = listOf(request.episodes);
    const ids = (result.episode_ids ?? []) as string[];
    expectReply(step, 'the number of ids', ids.length, episodes.length);
    expectReply(step, 'none is removed by a retention of ten million', Number(result.removed), 0);
    return episodes.map((episode, index): Entry => {
      const episode_id = ids[index] ?? '';
      const key = `${agent_id} ${episode_id}`;
      expectReply(step, 'an id was given twice', this.#episodes.has(key), false);
      const amounts = listOf(episode.amounts);
      const payload = documentOf(episode.payload);
      const type = textOf(episode.type);
      this.#episodes.set(key, { agent_id, episode_id, type, payload, amounts, revision, outcome: undefined });
      this.#count(agent_id, amounts);
      this.#touched.push(key);
      return [agent_id, 'episode.recorded', episode_id];
    });
  }

  async compare({ wire, random, full }: Scope): Promise<void> {
    const keys = full ? [...this.#episodes.keys()] : random.sample(this.#touched, SAMPLE);
    if (!full) {
      await inChunks(keys, async (key) => {
        const episode = this.#episodes.get(key);
        if (episode === undefined) return;
        const { agent_id, episode_id } = episode;
        const reply = await wire.call('Episodic/GetEpisode', { agent_id, episode_id });
        expectRead(
          `episode ${episode_id} of ${agent_id}`,
          view(reply.episode as Message),
          expectedView(episode),
        );
      });
    }
    for (const [agent_id, totals] of this.#totals) {
      await expectTotals(wire, agent_id, totals);
      if (full) await this.#compareAll(wire, agent_id);
    }
    this.#touched = [];
  }

  #count(agent_id: string, amounts: readonly Message[]): void {
    const totals = this.#totals.get(agent_id) ?? { count: 0, sums: new Map<string, bigint>() };
    this.#totals.set(agent_id, totals);
    totals.count += 1;
    for (const { name, amount } of amounts) {
      totals.sums.set(textOf(name), (totals.sums.get(textOf(name)) ?? 0n) + toUnits(textOf(amount)));
    }
  }

  async #compareAll(wire: Wire, agent_id: string): Promise<void> {
    const rows = await allPages(wire, 'Episodic/ListEpisodes', { agent_id }, 'episodes');
    const expected = [...this.#episodes.values()].filter((episode) => episode.agent_id === agent_id);
    const harm = rows.length > expected.length ? 'duplicated' : 'lost';
    insist(
      rows.length === expected.length,
      harm,
      'episodes',
      `${agent_id} has ${rows.length} episodes, not ${expected.length}`,
    );
    for (const row of rows) {
      const episode = this.#episodes.get(`${agent_id} ${textOf(row.episode_id)}`);
      insist(
        episode !== undefined,
        'violation',
        'episodes',
        `${agent_id} has an episode that nobody recorded`,
        row,
      );
      expectRead(`episode ${episode.episode_id} of ${agent_id}`, view(row), expectedView(episode));
    }
  }
}

async function expectTotals(wire: Wire, agent_id: string, { count, sums }: Totals): Promise<void> {
  const reply = await wire.call('Episodic/SummarizeEpisodes', { agent_id });
  const actual = listOf(reply.amounts).map(({ name, sum }) => [name, sum]);
  const expected = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sum]) => [name, fromUnits(sum)]);
  expectRead(`the sums of the episodes of ${agent_id}`, [Number(reply.count), actual], [count, expected]);
}

function view({ type, payload, amounts, outcome, revision }: Message): unknown {
  return {
    type,
    payload: documentOf(payload),
    amounts: named(listOf(amounts)),
    outcome: documentOf(outcome),
    revision: Number(revision),
  };
}

function expectedView({ type, payload, amounts, outcome, revision }: ModelEpisode): unknown {
  return { type, payload, amounts: named(amounts), outcome, revision };
}

/** By name: the order of an episode's amounts means nothing. */
function named(amounts: readonly Message[]): string[] {
  return amounts.map(({ name, amount }) => `${textOf(name)} ${fromUnits(toUnits(textOf(amount)))}`).sort();
}
