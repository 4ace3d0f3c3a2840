/** One line of `holdfast doctor`. */
export interface Check {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly name: string;
  readonly found: string;
  /** What to do about it; absent when all is well. */
  readonly advice?: string;
}

export function ok(name: string, found: string): Check {
  return { level: 'ok', name, found };
}

export function warn(name: string, found: string, advice: string): Check {
  return { level: 'warn', name, found, advice };
}

export function fail(name: string, found: string, advice: string): Check {
  return { level: 'fail', name, found, advice };
}
