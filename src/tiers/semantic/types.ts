/** The commands of the semantic tier: what they are given and what they answer. */
import type { Command } from '../command.js';
import type { PlanStart } from './vectors/writer.js';

/** A memory as it crosses to the writer. */
export interface MemoryArgs {
  /** What packMemory made. */
  readonly payload: Uint8Array;
  /** Null = the time of the command. */
  readonly occurred_at_us: number | null;
  readonly pinned: boolean;
  readonly vector: VectorArgs | null;
}

/** A vector that came with the call. */
export interface VectorArgs {
  /** Float32, little-endian, unit length, finite. */
  readonly bytes: Uint8Array;
  /** Empty = the serving generation's. */
  readonly model: string;
}

export interface Stored {
  readonly memory_id: string;
  readonly duplicate: boolean;
  readonly vector_pending: boolean;
}

export type GenerationStatus = 'serving' | 'building' | 'retired';

export interface OpenGenerationArgs {
  readonly embedder: string;
  readonly model: string;
  readonly dimensions: number;
  /** JSON from which the embedder can be made again later; never a credential. */
  readonly settings: string;
}

export interface RebuildResult {
  readonly done: number;
  readonly total: number;
  readonly is_finished: boolean;
}

type Nothing = Record<string, never>;

export interface SemanticCommands {
  store_memory: Command<
    { readonly namespace: string; readonly memory: MemoryArgs; readonly allow_duplicate: boolean },
    Stored & { readonly degraded: boolean }
  >;
  store_memories: Command<
    {
      readonly namespace: string;
      readonly memories: readonly MemoryArgs[];
      readonly allow_duplicates: boolean;
    },
    { readonly memories: readonly Stored[]; readonly degraded: boolean }
  >;
  supersede_memory: Command<
    { readonly memory_id: string; readonly memory: MemoryArgs },
    { readonly memory_id: string; readonly vector_pending: boolean; readonly degraded: boolean }
  >;
  forget_memory: Command<{ readonly memory_id: string; readonly force: boolean }, Nothing>;
  pin_memory: Command<{ readonly memory_id: string; readonly pinned: boolean }, Nothing>;
  attach_vectors: Command<
    { readonly vectors: readonly { readonly memory_id: string; readonly vector: VectorArgs }[] },
    { readonly attached: number }
  >;
  put_namespace: Command<
    { readonly name: string; readonly readers: readonly string[]; readonly writers: readonly string[] },
    Nothing
  >;

  // What the daemon does by itself, without receipts.

  /** Makes the generation of the configured embedder, or finds it. */
  open_generation: Command<
    OpenGenerationArgs,
    { readonly generation_id: number; readonly status: GenerationStatus }
  >;
  /** Stores vectors made in the background; skips memories that are gone or have one. */
  attach_made_vectors: Command<
    {
      readonly generation_id: number;
      /** Float32, little-endian. */
      readonly vectors: readonly (readonly [position: number, bytes: Uint8Array])[];
      /** Positions of the memories whose texts the embedder refuses. */
      readonly refused: readonly number[];
    },
    { readonly attached: number; readonly missing: number; readonly status: GenerationStatus }
  >;
  /** Removes at most so many vectors of retired generations; `done` when none is left. */
  drop_retired: Command<{ readonly max_rows: number }, { readonly removed: number; readonly done: boolean }>;
  /** One step of making the text index anew; `restart` begins with an empty one. */
  rebuild_text: Command<{ readonly restart: boolean; readonly max_rows: number }, RebuildResult>;
  /** The same for a generation's vector index. */
  rebuild_vectors: Command<
    { readonly generation_id: number; readonly restart: boolean; readonly max_rows: number },
    RebuildResult
  >;
  /** The first step of a plan of vectors/maintenance.ts: makes its cells. */
  begin_vector_plan: Command<PlanStart, { readonly cell_ids: readonly number[] }>;
  /** One of the steps after it. */
  move_vectors: Command<
    {
      readonly generation_id: number;
      readonly from_cell_id: number;
      readonly moves: readonly (readonly [position: number, cell_id: number])[];
    },
    { readonly moved: number }
  >;
}
