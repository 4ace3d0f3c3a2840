import type { PortfolioEntry as _holdfast_v1_PortfolioEntry, PortfolioEntry__Output as _holdfast_v1_PortfolioEntry__Output } from '../../holdfast/v1/PortfolioEntry.js';

export interface PortfolioSnapshotResponse {
  'entries'?: (_holdfast_v1_PortfolioEntry)[];
}

export interface PortfolioSnapshotResponse__Output {
  'entries': (_holdfast_v1_PortfolioEntry__Output)[];
}
