/**
 * Tells when files change, or who may write them does. Looks at them now and then: what replaces files, such as a renewed
 * certificate, moves new ones in. That a path cannot be looked at is a state like any other: whoever is told reads the file and
 * finds out why.
 */
import { statSync } from 'node:fs';

const LOOK_MS = 2000;

export class ChangedFiles {
  readonly #paths: readonly string[];
  readonly #onChange: () => void;
  readonly #timer: NodeJS.Timeout;
  #seen: string;

  /** @param paths those that are empty are left out. */
  constructor(paths: readonly string[], onChange: () => void) {
    this.#paths = paths.filter((path) => path !== '');
    this.#onChange = onChange;
    this.#seen = this.#state();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const state = this.#state();
    if (state === this.#seen) return;
    this.#seen = state;
    this.#onChange();
  }

  #state(): string {
    return this.#paths.map(stateOf).join();
  }
}

function stateOf(path: string): string {
  try {
    const { ino, mtimeMs, size, mode } = statSync(path);
    return `${ino} ${mtimeMs} ${size} ${mode}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
