/** What is said between the desk's processes and the stage. */

export interface AnalystConfig {
  readonly address: string;
  /** Trades of the tape. */
  readonly trades: number;
}

export interface ExecutorConfig {
  readonly address: string;
  readonly agent_id: string;
  /** Signals that there will be. */
  readonly signals: number;
}

/** Signals published, or dealt with, by an agent so far; over all its processes. */
export interface DeskNews {
  readonly done: number;
  /** How long this process has waited for tokens. */
  readonly waited_ms: number;
}
