import type { LivePortfolio as _holdfast_v1_LivePortfolio, LivePortfolio__Output as _holdfast_v1_LivePortfolio__Output } from '../../holdfast/v1/LivePortfolio.js';
import type { LiveTransactions as _holdfast_v1_LiveTransactions, LiveTransactions__Output as _holdfast_v1_LiveTransactions__Output } from '../../holdfast/v1/LiveTransactions.js';
import type { LiveEpisodes as _holdfast_v1_LiveEpisodes, LiveEpisodes__Output as _holdfast_v1_LiveEpisodes__Output } from '../../holdfast/v1/LiveEpisodes.js';
import type { LiveConversation as _holdfast_v1_LiveConversation, LiveConversation__Output as _holdfast_v1_LiveConversation__Output } from '../../holdfast/v1/LiveConversation.js';
import type { LiveRecall as _holdfast_v1_LiveRecall, LiveRecall__Output as _holdfast_v1_LiveRecall__Output } from '../../holdfast/v1/LiveRecall.js';
import type { LiveTask as _holdfast_v1_LiveTask, LiveTask__Output as _holdfast_v1_LiveTask__Output } from '../../holdfast/v1/LiveTask.js';

export interface LiveSource {
  'portfolio'?: (_holdfast_v1_LivePortfolio | null);
  'transactions'?: (_holdfast_v1_LiveTransactions | null);
  'episodes'?: (_holdfast_v1_LiveEpisodes | null);
  'conversation'?: (_holdfast_v1_LiveConversation | null);
  'recall'?: (_holdfast_v1_LiveRecall | null);
  'task'?: (_holdfast_v1_LiveTask | null);
  'source'?: "portfolio"|"transactions"|"episodes"|"conversation"|"recall"|"task";
}

export interface LiveSource__Output {
  'portfolio'?: (_holdfast_v1_LivePortfolio__Output | null);
  'transactions'?: (_holdfast_v1_LiveTransactions__Output | null);
  'episodes'?: (_holdfast_v1_LiveEpisodes__Output | null);
  'conversation'?: (_holdfast_v1_LiveConversation__Output | null);
  'recall'?: (_holdfast_v1_LiveRecall__Output | null);
  'task'?: (_holdfast_v1_LiveTask__Output | null);
  'source'?: "portfolio"|"transactions"|"episodes"|"conversation"|"recall"|"task";
}
