/** Values of the vault begin with a text that stands nowhere else; no file of the state folder may hold it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist } from './violation.js';

/** Of a length that is a multiple of three, so that base64 has it as it stands. */
const MARKER = 'NeverInClear-7q';
const FORMS = (['utf8', 'base64', 'hex'] as const).map((encoding) => Buffer.from(MARKER).toString(encoding));

/** A value as a request has it. */
export function secretValue(text: string): string {
  return Buffer.from(MARKER + text).toString('base64');
}

/** Looks through database, WAL, backups and whatever else is there. */
export function checkNothingInClear(state_dir: string): void {
  for (const entry of readdirSync(state_dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const form = FORMS.find((each) => bytes.includes(each));
    insist(form === undefined, 'violation', 'in_clear', `a value of the vault stands in clear in ${path}`, {
      form,
    });
  }
}
