import type { FieldFilter as _holdfast_v1_FieldFilter, FieldFilter__Output as _holdfast_v1_FieldFilter__Output } from '../../holdfast/v1/FieldFilter.js';
import type { FilterList as _holdfast_v1_FilterList, FilterList__Output as _holdfast_v1_FilterList__Output } from '../../holdfast/v1/FilterList.js';
import type { Filter as _holdfast_v1_Filter, Filter__Output as _holdfast_v1_Filter__Output } from '../../holdfast/v1/Filter.js';

export interface Filter {
  'field'?: (_holdfast_v1_FieldFilter | null);
  'all'?: (_holdfast_v1_FilterList | null);
  'any'?: (_holdfast_v1_FilterList | null);
  'not'?: (_holdfast_v1_Filter | null);
  'filter'?: "field"|"all"|"any"|"not";
}

export interface Filter__Output {
  'field'?: (_holdfast_v1_FieldFilter__Output | null);
  'all'?: (_holdfast_v1_FilterList__Output | null);
  'any'?: (_holdfast_v1_FilterList__Output | null);
  'not'?: (_holdfast_v1_Filter__Output | null);
  'filter'?: "field"|"all"|"any"|"not";
}
