/** Where a crash test may kill the process. Production passes none; a hook that throws aborts the step cleanly. */
export interface CrashHooks {
  readonly crashPoint: (name: string) => void;
}
