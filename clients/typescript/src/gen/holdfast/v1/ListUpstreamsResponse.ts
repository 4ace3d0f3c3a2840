import type { Upstream as _holdfast_v1_Upstream, Upstream__Output as _holdfast_v1_Upstream__Output } from '../../holdfast/v1/Upstream.js';

export interface ListUpstreamsResponse {
  'upstreams'?: (_holdfast_v1_Upstream)[];
}

export interface ListUpstreamsResponse__Output {
  'upstreams': (_holdfast_v1_Upstream__Output)[];
}
