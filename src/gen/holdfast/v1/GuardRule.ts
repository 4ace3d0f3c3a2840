import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface _holdfast_v1_GuardRule_Cooldown {
  'losses'?: (number);
  'duration'?: (_google_protobuf_Duration | null);
}

export interface _holdfast_v1_GuardRule_Cooldown__Output {
  'losses': (number);
  'duration': (_google_protobuf_Duration__Output | null);
}

export interface _holdfast_v1_GuardRule_MaxAmount {
  'asset'?: (string);
  'amount'?: (string);
}

export interface _holdfast_v1_GuardRule_MaxAmount__Output {
  'asset': (string);
  'amount': (string);
}

export interface _holdfast_v1_GuardRule_MaxCount {
  'count'?: (number);
  'window'?: (_google_protobuf_Duration | null);
}

export interface _holdfast_v1_GuardRule_MaxCount__Output {
  'count': (number);
  'window': (_google_protobuf_Duration__Output | null);
}

export interface _holdfast_v1_GuardRule_MaxDailyLoss {
  'amount'?: (string);
}

export interface _holdfast_v1_GuardRule_MaxDailyLoss__Output {
  'amount': (string);
}

export interface _holdfast_v1_GuardRule_MaxDrawdown {
  'fraction'?: (string);
  'from_peak'?: (boolean);
}

export interface _holdfast_v1_GuardRule_MaxDrawdown__Output {
  'fraction': (string);
  'from_peak': (boolean);
}

export interface _holdfast_v1_GuardRule_MaxPosition {
  'quantity'?: (string);
}

export interface _holdfast_v1_GuardRule_MaxPosition__Output {
  'quantity': (string);
}

export interface _holdfast_v1_GuardRule_MinBalance {
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
}

export interface _holdfast_v1_GuardRule_MinBalance__Output {
  'account': (string);
  'asset': (string);
  'amount': (string);
}

export interface _holdfast_v1_GuardRule_StopLoss {
  'fraction'?: (string);
  'amount'?: (string);
}

export interface _holdfast_v1_GuardRule_StopLoss__Output {
  'fraction': (string);
  'amount': (string);
}

export interface _holdfast_v1_GuardRule_TradingHours {
  'days'?: (number)[];
  'from'?: (string);
  'until'?: (string);
  'time_zone'?: (string);
}

export interface _holdfast_v1_GuardRule_TradingHours__Output {
  'days': (number)[];
  'from': (string);
  'until': (string);
  'time_zone': (string);
}

export interface _holdfast_v1_GuardRule_ValueList {
  'field'?: (string);
  'values'?: (string)[];
}

export interface _holdfast_v1_GuardRule_ValueList__Output {
  'field': (string);
  'values': (string)[];
}

export interface GuardRule {
  'max_amount'?: (_holdfast_v1_GuardRule_MaxAmount | null);
  'max_daily_loss'?: (_holdfast_v1_GuardRule_MaxDailyLoss | null);
  'max_drawdown'?: (_holdfast_v1_GuardRule_MaxDrawdown | null);
  'max_position'?: (_holdfast_v1_GuardRule_MaxPosition | null);
  'allow'?: (_holdfast_v1_GuardRule_ValueList | null);
  'deny'?: (_holdfast_v1_GuardRule_ValueList | null);
  'max_count'?: (_holdfast_v1_GuardRule_MaxCount | null);
  'cooldown'?: (_holdfast_v1_GuardRule_Cooldown | null);
  'trading_hours'?: (_holdfast_v1_GuardRule_TradingHours | null);
  'min_balance'?: (_holdfast_v1_GuardRule_MinBalance | null);
  'stop_loss'?: (_holdfast_v1_GuardRule_StopLoss | null);
  'rule'?: "max_amount"|"max_daily_loss"|"max_drawdown"|"max_position"|"allow"|"deny"|"max_count"|"cooldown"|"trading_hours"|"min_balance"|"stop_loss";
}

export interface GuardRule__Output {
  'max_amount'?: (_holdfast_v1_GuardRule_MaxAmount__Output | null);
  'max_daily_loss'?: (_holdfast_v1_GuardRule_MaxDailyLoss__Output | null);
  'max_drawdown'?: (_holdfast_v1_GuardRule_MaxDrawdown__Output | null);
  'max_position'?: (_holdfast_v1_GuardRule_MaxPosition__Output | null);
  'allow'?: (_holdfast_v1_GuardRule_ValueList__Output | null);
  'deny'?: (_holdfast_v1_GuardRule_ValueList__Output | null);
  'max_count'?: (_holdfast_v1_GuardRule_MaxCount__Output | null);
  'cooldown'?: (_holdfast_v1_GuardRule_Cooldown__Output | null);
  'trading_hours'?: (_holdfast_v1_GuardRule_TradingHours__Output | null);
  'min_balance'?: (_holdfast_v1_GuardRule_MinBalance__Output | null);
  'stop_loss'?: (_holdfast_v1_GuardRule_StopLoss__Output | null);
  'rule'?: "max_amount"|"max_daily_loss"|"max_drawdown"|"max_position"|"allow"|"deny"|"max_count"|"cooldown"|"trading_hours"|"min_balance"|"stop_loss";
}
