/** What is stored of a prompt template's version, and the journal's keys for versions and labels. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';

export interface PromptContent {
  readonly name: string;
  readonly version: number;
  readonly text: string;
  readonly description: string;
}

export function unpackPrompt(payload: Uint8Array): PromptContent {
  return unpackDocument(payload) as DocObject & PromptContent;
}

/** No name holds an @, so all entries of template `a` have the prefix `a@`, and none of another has. */
export function versionKey(name: string, version: number): string {
  return `${name}@${version}`;
}

/** A label begins with a letter, so it never looks like a version. */
export function labelKey(name: string, label: string): string {
  return `${name}@${label}`;
}

export function readVersionKey(key: string): { readonly name: string; readonly version: number } {
  const at = key.lastIndexOf('@');
  return { name: key.slice(0, at), version: Number(key.slice(at + 1)) };
}
