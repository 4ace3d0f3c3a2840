
export interface LiveEpisodes {
  'type'?: (string);
  'limit'?: (number);
}

export interface LiveEpisodes__Output {
  'type': (string);
  'limit': (number);
}
