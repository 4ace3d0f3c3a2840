import type { Long } from '@grpc/proto-loader';

export interface _holdfast_v1_AlertRule_BalanceBelow {
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
}

export interface _holdfast_v1_AlertRule_BalanceBelow__Output {
  'account': (string);
  'asset': (string);
  'amount': (string);
}

export interface _holdfast_v1_AlertRule_DrawdownNear {
  'fraction_of_limit'?: (string);
}

export interface _holdfast_v1_AlertRule_DrawdownNear__Output {
  'fraction_of_limit': (string);
}

export interface AlertRule {
  'name'?: (string);
  'balance_below'?: (_holdfast_v1_AlertRule_BalanceBelow | null);
  'drawdown_near'?: (_holdfast_v1_AlertRule_DrawdownNear | null);
  'fired'?: (boolean);
  'revision'?: (number | string | Long);
  'rule'?: "balance_below"|"drawdown_near";
}

export interface AlertRule__Output {
  'name': (string);
  'balance_below'?: (_holdfast_v1_AlertRule_BalanceBelow__Output | null);
  'drawdown_near'?: (_holdfast_v1_AlertRule_DrawdownNear__Output | null);
  'fired': (boolean);
  'revision': (string);
  'rule'?: "balance_below"|"drawdown_near";
}
