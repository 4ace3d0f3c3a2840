import type { Fetched as _holdfast_v1_Fetched, Fetched__Output as _holdfast_v1_Fetched__Output } from '../../holdfast/v1/Fetched.js';
import type { PortfolioError as _holdfast_v1_PortfolioError, PortfolioError__Output as _holdfast_v1_PortfolioError__Output } from '../../holdfast/v1/PortfolioError.js';

export interface PortfolioEntry {
  'resource'?: (string);
  'fetched'?: (_holdfast_v1_Fetched | null);
  'error'?: (_holdfast_v1_PortfolioError | null);
}

export interface PortfolioEntry__Output {
  'resource': (string);
  'fetched': (_holdfast_v1_Fetched__Output | null);
  'error': (_holdfast_v1_PortfolioError__Output | null);
}
