import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from '../../holdfast/v1/Operation.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from '../../holdfast/v1/Task.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from '../../holdfast/v1/Hold.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from '../../holdfast/v1/Balance.js';
import type { Slot as _holdfast_v1_Slot, Slot__Output as _holdfast_v1_Slot__Output } from '../../holdfast/v1/Slot.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';
import type { Consumer as _holdfast_v1_Consumer, Consumer__Output as _holdfast_v1_Consumer__Output } from '../../holdfast/v1/Consumer.js';
import type { Signal as _holdfast_v1_Signal, Signal__Output as _holdfast_v1_Signal__Output } from '../../holdfast/v1/Signal.js';
import type { Long } from '@grpc/proto-loader';

export interface ResumeResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'epoch'?: (number | string | Long);
  'unknown_operations'?: (_holdfast_v1_Operation)[];
  'in_flight_operations'?: (_holdfast_v1_Operation)[];
  'open_tasks'?: (_holdfast_v1_Task)[];
  'open_holds'?: (_holdfast_v1_Hold)[];
  'balances'?: (_holdfast_v1_Balance)[];
  'truncated'?: (string)[];
  'slots'?: (_holdfast_v1_Slot)[];
  'session'?: (_holdfast_v1_Session | null);
  'positions'?: (_holdfast_v1_Position)[];
  'consumers'?: (_holdfast_v1_Consumer)[];
  'unread_signals'?: (_holdfast_v1_Signal)[];
}

export interface ResumeResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'epoch': (string);
  'unknown_operations': (_holdfast_v1_Operation__Output)[];
  'in_flight_operations': (_holdfast_v1_Operation__Output)[];
  'open_tasks': (_holdfast_v1_Task__Output)[];
  'open_holds': (_holdfast_v1_Hold__Output)[];
  'balances': (_holdfast_v1_Balance__Output)[];
  'truncated': (string)[];
  'slots': (_holdfast_v1_Slot__Output)[];
  'session': (_holdfast_v1_Session__Output | null);
  'positions': (_holdfast_v1_Position__Output)[];
  'consumers': (_holdfast_v1_Consumer__Output)[];
  'unread_signals': (_holdfast_v1_Signal__Output)[];
}
