-- What bounds the cost of single calls.

-- Whether a replay has a gap: only channels that ever had too many signals are looked at.
CREATE INDEX signal_channels_dropped ON signal_channels (dropped) WHERE dropped > 0;
