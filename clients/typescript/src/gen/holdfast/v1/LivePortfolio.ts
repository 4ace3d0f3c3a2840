
export interface LivePortfolio {
  'accounts'?: (string)[];
}

export interface LivePortfolio__Output {
  'accounts': (string)[];
}
