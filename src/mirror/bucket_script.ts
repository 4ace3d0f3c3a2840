/** The script of the shared token buckets; see scripts.ts for the others. */

/**
 * A token bucket and, if there are two keys, an agent's share of it: from both or from neither. Whole numbers only: what a
 * bucket holds in millionths of a token, time in microseconds, what is left over of a division kept for the next. All of
 * them stay below 2^53, where Lua's numbers are exact. ARGV: tokens, then capacity and refill in millionths per second of
 * each. Returns whether they were taken, whole tokens left of the scarcer, microseconds until they would be there.
 *
 * A bucket nobody knows is full, as everywhere in Holdfast. One that holds something else than a bucket counts as empty:
 * whoever writes there gets nobody more than the refill. More capacity begins empty.
 */
export const ACQUIRE = `
local time = redis.call('TIME')
local now, wanted = time[1] * 1000000 + time[2], tonumber(ARGV[1]) * 1000000
local buckets, allowed, left, wait = {}, 1, nil, 0
for i = 1, #KEYS do
  local capacity, refill = tonumber(ARGV[2 * i]) * 1000000, tonumber(ARGV[2 * i + 1])
  local kind, held, at, rest = redis.call('TYPE', KEYS[i]).ok, capacity, now, 0
  if kind == 'hash' then
    local found = redis.call('HMGET', KEYS[i], 'held', 'at', 'rest')
    held, at, rest = tonumber(found[1] or 'x'), tonumber(found[2] or 'x'), tonumber(found[3] or 'x')
    if not held or not at or not rest or held < 0 or held > 1e15 or rest < 0 or rest >= 1e6 or at < 0 or at > now + 3.6e9 then
      held, at, rest = 0, now, 0
    end
  elseif kind ~= 'none' then
    held = 0
  end
  held = math.min(held, capacity)
  local missing, span = capacity - held, math.max(0, now - at)
  local seconds, micros = math.floor(span / 1000000), span % 1000000
  if missing == 0 or seconds > missing / refill + 1 then
    held, rest = capacity, 0
  else
    local whole, part = math.floor(refill / 1000000), refill % 1000000
    local sum = micros * part + rest
    local gained = seconds * refill + micros * whole + math.floor(sum / 1000000)
    rest = sum % 1000000
    if gained >= missing then held, rest = capacity, 0 else held = held + gained end
  end
  if held < wanted then
    allowed = 0
    local lacking = wanted - held
    local full_seconds = math.floor(lacking / refill)
    wait = math.max(wait, full_seconds * 1000000 + math.ceil((lacking - full_seconds * refill) / refill * 1000000))
  end
  buckets[i] = {held = held, rest = rest, kind = kind, capacity = capacity, refill = refill, at = math.max(now, at)}
end
for i = 1, #KEYS do
  local bucket = buckets[i]
  local held = bucket.held - allowed * wanted
  if bucket.kind ~= 'hash' and bucket.kind ~= 'none' then redis.call('DEL', KEYS[i]) end
  redis.call('HSET', KEYS[i], 'held', string.format('%.0f', held), 'at', string.format('%.0f', bucket.at),
    'rest', string.format('%.0f', bucket.rest))
  local full_ms = math.min(1e13, (bucket.capacity - held) / bucket.refill * 1000)
  redis.call('PEXPIRE', KEYS[i], string.format('%.0f', math.max(3600000, full_ms + 1000)))
  local whole = math.floor(held / 1000000)
  left = left and math.min(left, whole) or whole
end
return {allowed, left, string.format('%.0f', math.min(wait, 9007199254740991))}
`;
