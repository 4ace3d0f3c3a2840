import type { Filter as _holdfast_v1_Filter, Filter__Output as _holdfast_v1_Filter__Output } from '../../holdfast/v1/Filter.js';

export interface FilterList {
  'filters'?: (_holdfast_v1_Filter)[];
}

export interface FilterList__Output {
  'filters': (_holdfast_v1_Filter__Output)[];
}
