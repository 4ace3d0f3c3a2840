/** What only the handle of a socket knows: http2 reads and writes past the socket. Node names neither in its documentation. */
import type { Socket } from 'node:net';

interface Handle {
  readonly writeQueueSize?: number;
  readonly readStop?: () => void;
}

/** What the system has not taken yet. */
export function queuedBytes(socket: Socket): number {
  return handleOf(socket)?.writeQueueSize ?? 0;
}

/** Leaves what has not been read where it is. */
export function stopReading(socket: Socket): void {
  handleOf(socket)?.readStop?.();
}

function handleOf(socket: Socket): Handle | null {
  return (socket as unknown as { readonly _handle: Handle | null })._handle;
}
