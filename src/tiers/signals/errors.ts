import { HoldfastError } from '../../errors.js';
import { signalId } from './publish.js';

export function noConsumer(name: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no consumer ${name}`, { field: 'name' });
}

export function noRule(name: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no alert rule ${name}`, { field: 'name' });
}

/** @param index its place in signal_ids. */
export function notDelivered(name: string, position: number, index: number): HoldfastError {
  return new HoldfastError('NOT_FOUND', `${signalId(position)} was never delivered to consumer ${name}`, {
    field: `signal_ids[${index}]`,
    metadata: { signal_id: signalId(position) },
  });
}
