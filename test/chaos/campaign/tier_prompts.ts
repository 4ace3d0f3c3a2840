import {
  allPages,
  type Entry,
  expectRead,
  expectReply,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';

interface ModelPrompt {
  readonly agent_id: string;
  readonly name: string;
  /** The texts of versions 1, 2, ... with the revisions that added them. */
  readonly versions: { readonly text: string; readonly revision: number }[];
  readonly labels: Map<string, number>;
}

export class PromptsModel implements TierModel {
  readonly names = ['put_prompt_template', 'set_prompt_label'];
  readonly #prompts = new Map<string, ModelPrompt>();
  readonly #touched = new Set<ModelPrompt>();

  apply(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    const name = textOf(request.name);
    const key = `${agent_id} ${name}`;
    const prompt = this.#prompts.get(key) ?? {
      agent_id,
      name,
      versions: [],
      labels: new Map<string, number>(),
    };
    this.#touched.add(prompt);
    if (step.name === 'set_prompt_label') {
      insist(this.#prompts.has(key), 'violation', 'prompt', 'a label was set on no template', step);
      const previous = prompt.labels.get(textOf(request.label)) ?? 0;
      expectReply(step, 'previous_version', Number(result.previous_version), previous);
      checkVersion(step, previous);
      return this.#label(prompt, textOf(request.label), Number(request.version));
    }
    this.#prompts.set(key, prompt);
    const newest = prompt.versions.length;
    checkVersion(step, newest);
    const text = textOf(request.text);
    const unchanged = prompt.versions.at(-1)?.text === text;
    const version = unchanged ? newest : newest + 1;
    expectReply(step, 'version', [result.version, result.unchanged === true], [version, unchanged]);
    if (!unchanged) prompt.versions.push({ text, revision });
    const labelled = ((request.labels ?? []) as string[]).flatMap((label) =>
      this.#label(prompt, label, version),
    );
    return unchanged ? labelled : [[agent_id, 'prompt.put', `${name}@${version}`], ...labelled];
  }

  async compare({ wire, full }: Scope): Promise<void> {
    const agents = new Set([...this.#prompts.values()].map(({ agent_id }) => agent_id));
    await Promise.all(
      [...agents].map(async (agent_id) => {
        const rows = await allPages(wire, 'Procedural/ListPromptTemplates', { agent_id }, 'templates');
        const expected = [...this.#prompts.values()].filter((prompt) => prompt.agent_id === agent_id);
        expectRead(
          `the prompt templates of ${agent_id}`,
          rows.map(({ name, newest_version, labels }) => [
            name,
            newest_version,
            listOf(labels).map(({ label, version }) => [label, version]),
          ]),
          expected
            .map(({ name, versions, labels }) => [name, versions.length, [...labels].sort()] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      }),
    );
    for (const { agent_id, name, versions } of full ? this.#prompts.values() : this.#touched) {
      const asked = { agent_id, name };
      const rows = await allPages(wire, 'Procedural/ListPromptVersions', asked, 'versions');
      expectRead(
        `the versions of ${name} of ${agent_id}`,
        rows.map(({ version, text, revision }) => [version, text, Number(revision)]).reverse(),
        versions.map(({ text, revision }, index) => [index + 1, text, revision]),
      );
    }
    this.#touched.clear();
  }

  #label({ agent_id, name, labels }: ModelPrompt, label: string, version: number): Entry[] {
    if (labels.get(label) === version) return [];
    labels.set(label, version);
    return [[agent_id, 'prompt.labelled', `${name}@${label}`]];
  }
}

function checkVersion(step: Step, present: number): void {
  const { expected_version } = step.request;
  if (expected_version === undefined) return;
  expectReply(step, 'it was written over', Number(expected_version), present);
}
