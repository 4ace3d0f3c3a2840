import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { RpcStats as _holdfast_v1_RpcStats, RpcStats__Output as _holdfast_v1_RpcStats__Output } from '../../holdfast/v1/RpcStats.js';
import type { BackupStats as _holdfast_v1_BackupStats, BackupStats__Output as _holdfast_v1_BackupStats__Output } from '../../holdfast/v1/BackupStats.js';
import type { Long } from '@grpc/proto-loader';

export interface StatsResponse {
  'uptime'?: (_google_protobuf_Duration | null);
  'revision'?: (number | string | Long);
  'commits'?: (number | string | Long);
  'commands'?: (number | string | Long);
  'mean_batch'?: (number | string);
  'queue_depth'?: (number);
  'queue_limit'?: (number);
  'commit_p50'?: (_google_protobuf_Duration | null);
  'commit_p99'?: (_google_protobuf_Duration | null);
  'database_size_bytes'?: (number | string | Long);
  'wal_size_bytes'?: (number | string | Long);
  'wal_alarm'?: (boolean);
  'disk_full'?: (boolean);
  'watches'?: (number);
  'rss_bytes'?: (number | string | Long);
  'rpcs'?: (_holdfast_v1_RpcStats)[];
  'denied_calls'?: (number | string | Long);
  'connections'?: (number);
  'cut_connections'?: (number | string | Long);
  'backups'?: (_holdfast_v1_BackupStats | null);
  'log_level'?: (string);
}

export interface StatsResponse__Output {
  'uptime': (_google_protobuf_Duration__Output | null);
  'revision': (string);
  'commits': (string);
  'commands': (string);
  'mean_batch': (number);
  'queue_depth': (number);
  'queue_limit': (number);
  'commit_p50': (_google_protobuf_Duration__Output | null);
  'commit_p99': (_google_protobuf_Duration__Output | null);
  'database_size_bytes': (string);
  'wal_size_bytes': (string);
  'wal_alarm': (boolean);
  'disk_full': (boolean);
  'watches': (number);
  'rss_bytes': (string);
  'rpcs': (_holdfast_v1_RpcStats__Output)[];
  'denied_calls': (string);
  'connections': (number);
  'cut_connections': (string);
  'backups': (_holdfast_v1_BackupStats__Output | null);
  'log_level': (string);
}
