/** Tells when files change. Looks at them now and then: what replaces files, such as a renewed certificate, moves new ones in. */
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
    return this.#paths
      .map((path) => {
        const found = statSync(path, { throwIfNoEntry: false });
        return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`;
      })
      .join();
  }
}
