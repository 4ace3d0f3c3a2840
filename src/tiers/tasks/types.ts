/** What the commands about tasks are given and answer: plain data, as it crosses to the writer and into receipts. */
import type { Command } from '../command.js';

/** Tasks of an agent that are pending, running or waiting. */
export const MAX_OPEN_TASKS = 10_000;
/** Context and checkpoints of one task together, so that a task always fits a reply. */
export const MAX_TASK_BYTES = 1_048_576;

export type TaskState = 'PENDING' | 'RUNNING' | 'WAITING_FOR_APPROVAL' | 'DONE' | 'FAILED';

export interface TaskStepView {
  readonly step: string;
  readonly description: string;
  readonly requires_approval: boolean;
  readonly state: TaskState;
  /** Packed document; null = none stored yet. */
  readonly checkpoint: Uint8Array | null;
  readonly approver: string;
  readonly note: string;
  /** Unix microseconds. */
  readonly updated_us: number;
}

export interface TaskView {
  readonly task_id: string;
  readonly name: string;
  readonly state: TaskState;
  readonly version: number;
  /** Packed document; null = none. */
  readonly context: Uint8Array | null;
  readonly steps: readonly TaskStepView[];
  /** Unix microseconds. */
  readonly created_us: number;
  readonly updated_us: number;
  /** Of its last change. */
  readonly revision: number;
}

export interface TaskResult {
  readonly task: TaskView;
}

/** [step, description, requires approval]. */
export type TaskStepTuple = readonly [step: string, description: string, requires_approval: boolean];

export interface CreateTaskArgs {
  /** '' = made by the command. */
  readonly task_id: string;
  readonly name: string;
  readonly steps: readonly TaskStepTuple[];
  /** Packed document, or null for none. */
  readonly context: Uint8Array | null;
}

export interface AdvanceTaskArgs {
  readonly task_id: string;
  readonly step: string;
  readonly state: TaskState;
  /** Packed document; null keeps the stored one. */
  readonly checkpoint: Uint8Array | null;
  readonly expected_version: number | null;
}

export interface ApproveStepArgs {
  readonly task_id: string;
  readonly step: string;
  readonly approved: boolean;
  readonly approver: string;
  readonly note: string;
}

export interface TaskCommands {
  create_task: Command<CreateTaskArgs, TaskResult>;
  advance_task: Command<AdvanceTaskArgs, TaskResult>;
  approve_step: Command<ApproveStepArgs, TaskResult>;
}
