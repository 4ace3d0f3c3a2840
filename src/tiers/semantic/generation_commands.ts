/** Commands by which the daemon opens, fills and removes generations of vectors. */
import type { Db } from '../../store/db.js';
import type { HandlersOf } from '../command.js';
import type { Generations, Place } from './generations.js';
import type { MemoryTable } from './memory_table.js';
import type { SemanticCommands } from './types.js';
import { fromBytes } from './vectors/codes.js';

type Names =
  | 'open_generation'
  | 'attach_made_vectors'
  | 'drop_retired'
  | 'begin_vector_plan'
  | 'move_vectors';

export function generationCommands(
  db: Db,
  generations: Generations,
  memories: MemoryTable,
): HandlersOf<Pick<SemanticCommands, Names>> {
  const any_memory = db.prepare<[], number>('SELECT 1 FROM memories LIMIT 1').pluck();

  return {
    open_generation: (tx, args) => {
      const { embedder, model, dimensions, settings } = args;
      const known = generations
        .all()
        .findLast((row) => row.embedder === embedder && row.model === model && row.dimensions === dimensions);
      // Whatever else was being built is for an embedder that is configured no longer.
      for (const row of generations.current()) {
        if (row.status === 'building' && row.generation_id !== known?.generation_id) {
          generations.setStatus(tx, row, 'retired');
        }
      }
      if (known !== undefined) {
        if (known.settings !== settings) {
          generations.setSettings(known.generation_id, settings);
          generations.retryRefused(tx, known);
        }
        const { generation_id, status } = known.status === 'retired' ? generations.revive(tx, known) : known;
        return { generation_id, status };
      }
      const serving = generations.current().find(({ status }) => status === 'serving');
      const serves_at_once = serving === undefined || any_memory.get() === undefined;
      if (serves_at_once && serving !== undefined) generations.setStatus(tx, serving, 'retired');
      const { generation_id, status } = generations.create(tx, args, serves_at_once ? 'serving' : 'building');
      return { generation_id, status };
    },

    attach_made_vectors: (tx, { generation_id, vectors, refused }) => {
      const row = generations.get(generation_id);
      if (row === undefined || row.status === 'retired')
        return { attached: 0, missing: 0, status: 'retired' };
      const placeOf = (position: number): Place | undefined => {
        const memory = memories.at(position);
        return (
          memory && { position, scope_id: memory.scope_id, is_superseded: memory.superseded_by !== null }
        );
      };
      let attached = 0;
      for (const [position, bytes] of vectors) {
        const place = placeOf(position);
        if (place === undefined || generations.vectorAt(generation_id, position) !== undefined) continue;
        if (generations.attach(generation_id, place, fromBytes(bytes))) attached += 1;
      }
      for (const position of refused) {
        const place = placeOf(position);
        if (place !== undefined) generations.refuse(generation_id, place);
      }
      generations.settle(tx, generation_id);
      const { missing, status } = generations.get(generation_id) ?? row;
      return { attached, missing, status };
    },

    drop_retired: (_tx, { max_rows }) => {
      const retired = generations.all().filter(({ status }) => status === 'retired');
      const [oldest] = retired;
      if (oldest === undefined) return { removed: 0, done: true };
      const removed = generations.shrink(oldest, max_rows);
      return { removed, done: retired.length === 1 && removed < max_rows };
    },

    begin_vector_plan: (_tx, plan) => ({ cell_ids: generations.vectors.begin(plan) }),
    move_vectors: (_tx, { generation_id, from_cell_id, moves }) => ({
      moved: generations.vectors.applyMoves(generation_id, from_cell_id, moves),
    }),
  };
}
