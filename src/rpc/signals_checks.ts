/** Checks of channels, patterns and confidences; who may hear what. */
import { HoldfastError, invalidField } from '../errors.js';
import { foreignAlerts, MAX_CHANNEL_LENGTH, OPERATOR } from '../tiers/signals/patterns.js';
import * as check from './check.js';

const CHANNEL = /^[A-Za-z0-9._:/-]+$/;
const PATTERN = /^[A-Za-z0-9._:/*-]+$/;
const MAX_PATTERNS = 64;

export function channel(value: string, field: string): string {
  return check.withoutSecret(spelled(value, field, CHANNEL, '[A-Za-z0-9._:/-]'), field);
}

/** Who listens: an agent, or "*", the operator. */
export function listener(agent_id: string): string {
  return agent_id === OPERATOR ? agent_id : check.id(agent_id, 'agent_id');
}

/**
 * Sorted, each once, so that the same patterns are the same consumer.
 * @throws HoldfastError ACCESS_DENIED for one that could match another agent's alerts.
 */
export function patterns(values: readonly string[], agent_id: string): readonly string[] {
  const checked = check.list(values, 'patterns', 1, MAX_PATTERNS).map((value, index) => {
    const field = `patterns[${index}]`;
    const pattern = check.withoutSecret(spelled(value, field, PATTERN, '[A-Za-z0-9._:/-] and *'), field);
    const foreign = agent_id === OPERATOR ? undefined : foreignAlerts(pattern, agent_id);
    if (foreign === undefined) return pattern;
    throw new HoldfastError(
      'ACCESS_DENIED',
      `${field}: ${pattern} could match ${foreign}, and the alerts of another agent are not for ${agent_id}`,
      { field, metadata: { pattern, channel: foreign } },
    );
  });
  return [...new Set(checked)].sort();
}

export function confidence(value: number, field: string): number {
  // Written so that NaN is refused as well; adding 0 makes -0 the same as 0.
  if (value >= 0 && value <= 1) return value + 0;
  throw invalidField(field, 'must be from 0 to 1', { actual: String(value) });
}

function spelled(value: string, field: string, form: RegExp, characters: string): string {
  check.required(value, field);
  if (value.length > MAX_CHANNEL_LENGTH) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `${field}: at most ${MAX_CHANNEL_LENGTH} characters, got ${value.length}`,
      { field, metadata: { limit: String(MAX_CHANNEL_LENGTH), actual: String(value.length) } },
    );
  }
  if (!form.test(value))
    throw invalidField(field, `must be 1-${MAX_CHANNEL_LENGTH} characters of ${characters}`);
  return value;
}
