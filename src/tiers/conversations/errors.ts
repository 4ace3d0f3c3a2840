import { HoldfastError } from '../../errors.js';

export function noConversation(conversation_id: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no conversation ${conversation_id}`, { field: 'conversation_id' });
}

export function wrongState(
  field: string,
  problem: string,
  metadata: Readonly<Record<string, string>> = {},
): HoldfastError {
  return new HoldfastError('WRONG_STATE', `${field}: ${problem}`, { field, metadata });
}

export function tooMany(problem: string, limit: number): HoldfastError {
  return new HoldfastError('TOO_MANY', problem, { metadata: { limit: String(limit) } });
}
