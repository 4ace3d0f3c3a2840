/** How a signal is shown in a line or a row. */
import type { Holdfast } from '@holdfast/client';
import { documentCell, timeCell } from './values.js';

export type ShownSignal = Awaited<ReturnType<Holdfast['signals']['listSignals']>>['signals'][number];

export function signalCells(one: ShownSignal): string[] {
  return [
    timeCell(one.published_at),
    one.channel,
    one.source,
    String(one.confidence),
    documentCell(one.payload, 120),
  ];
}
