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

/** The checks that `look` makes; what the system forbids it to see is told as such. */
export function looking(name: string, look: () => Check[]): Check[] {
  try {
    return look();
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    return [warn(name, `you may not look at ${path ?? message}`, 'run as the daemon’s user, or as root')];
  }
}
