
export interface PortfolioError {
  'reason'?: (string);
  'message'?: (string);
}

export interface PortfolioError__Output {
  'reason': (string);
  'message': (string);
}
