/** The mutations of service Procedural. */
import { HoldfastError, invalidField } from '../errors.js';
import { parseTemplate } from '../tiers/procedural/template.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';

const MAX_TEXT_BYTES = 262_144;
const MAX_DESCRIPTION_BYTES = 1024;
const MAX_LABELS_AT_ONCE = 16;
const MAX_UINT32 = 2 ** 32 - 1;

export const proceduralMutations: MutationSpecs<
  'put_prompt_template' | 'set_prompt_label' | 'delete_prompt_label'
> = {
  put_prompt_template: {
    parse: (request) => {
      const name = check.plainName(request.name, 'name');
      const text = check.text(check.required(request.text, 'text'), 'text', MAX_TEXT_BYTES);
      parseTemplate(text);
      return {
        name,
        text,
        description: check.text(request.description, 'description', MAX_DESCRIPTION_BYTES),
        expected_version: request.expected_version ?? null,
        labels: parseLabels(request.labels),
      };
    },
    reply: ({ version, unchanged }) => ({ version, unchanged }),
  },

  set_prompt_label: {
    parse: (request) => ({
      name: check.name(request.name, 'name'),
      label: check.withoutSecret(checkLabel(request.label, 'label'), 'label'),
      version: checkGivenVersion(request.version),
      expected_version: request.expected_version ?? null,
    }),
    reply: ({ previous_version }) => ({ previous_version }),
  },

  delete_prompt_label: {
    parse: (request) => ({
      name: check.name(request.name, 'name'),
      label: checkLabel(request.label, 'label'),
    }),
    reply: () => ({}),
  },
};

/** 1-64 characters of [A-Za-z0-9._:-], the first a letter: never mistaken for a version. */
export function checkLabel(label: string, field: string): string {
  check.id(label, field);
  if (!/^[A-Za-z]/.test(label)) throw invalidField(field, 'must begin with a letter');
  return label;
}

function checkGivenVersion(version: number): number {
  if (version === 0) throw new HoldfastError('FIELD_REQUIRED', 'version is required', { field: 'version' });
  return check.integer(version, 'version', 1, MAX_UINT32);
}

/** In one order, so that two requests that mean the same are the same. */
function parseLabels(labels: readonly string[]): string[] {
  const seen = new Set<string>();
  for (const [index, label] of check.list(labels, 'labels', 0, MAX_LABELS_AT_ONCE).entries()) {
    const at = `labels[${index}]`;
    if (seen.has(check.withoutSecret(checkLabel(label, at), at)))
      throw invalidField(at, `${label} is there twice`);
    seen.add(label);
  }
  return [...seen].sort();
}
