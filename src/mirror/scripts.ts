/**
 * What the mirror runs inside Redis: each script is atomic, and names keys of one slot only, so all of it works on a Cluster.
 *
 * A mirrored key K has a guard beside it, `hf:rev:{K}`, which a Cluster keeps in the same slot. It says which database wrote
 * K, since which of its rebuilds, and up to which journal position, and outlives K. Nothing older overwrites K, nothing of
 * another database does, and what is added to a set is added only where the set is known to be whole. Newer is what is of a
 * later rebuild, then what is of a later position: the journal that a restore has put back counts its positions once more.
 *
 * Every script first runs a command that Redis refuses when it is full: after a first write Redis lets the rest of a script
 * through whatever the memory (scriptVerifyOOM), and a mirror must not grow past the limit that its Redis was given.
 */
import { ACQUIRE } from './bucket_script.js';

/** How a script ended. */
export const STATUS = { owned_elsewhere: -1, stale: 0, written: 1, incomplete: 2 } as const;

/**
 * owner, era: of who writes, out of ARGV[1], `{database_id}/{era}`; an era is what a rebuild began. held, since, at, was_empty:
 * what the guard says. A guard that holds anything else counts as none.
 */
const GUARD = `
local owner, era = string.match(ARGV[1], '^([^/]+)/?(%d*)$')
era = tonumber(era) or 0
local held, since, at, was_empty
if redis.call('TYPE', KEYS[2]).ok == 'string' then
  local mark
  held, since, at, mark = string.match(redis.call('GET', KEYS[2]), '^([^%s/]+)/?(%d*) (%d+) ([ef])$')
  since, at, was_empty = tonumber(since) or 0, tonumber(at), mark == 'e'
end
`;

/**
 * Writes all of a hash or sorted set. KEYS: the key, its guard. ARGV: owner, position, '1' to overwrite whatever is there,
 * ttl_ms, 'hash' or 'zset', then field and value, or score and member, of each. With none of them the key is removed.
 */
const PUT = `${GUARD}
if held and ARGV[3] ~= '1' then
  if held ~= owner then return -1 end
  if since > era or (since == era and at > tonumber(ARGV[2])) then return 0 end
end
local mark = #ARGV > 5 and 'f' or 'e'
redis.call('SET', KEYS[2], ARGV[1] .. ' ' .. ARGV[2] .. ' ' .. mark, 'PX', 2 * ARGV[4])
redis.call('DEL', KEYS[1])
local command = ARGV[5] == 'hash' and 'HSET' or 'ZADD'
for i = 6, #ARGV, 2 do redis.call(command, KEYS[1], ARGV[i], ARGV[i + 1]) end
if mark == 'f' then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
return 1
`;

/**
 * Adds to a sorted set. KEYS: the key, its guard. ARGV: owner, position, ttl_ms, cap, 'ledger' or 'plain', then of each
 * member its position, score, text, and the text that it takes the place of ('' = none). Beyond the cap the oldest go; of a
 * ledger their sum stays, as a member that carries it: the newest one dropped knows the balance after it. One that does not
 * is somebody else's: then the set is not known to be whole any more. Returns the status and how many members there are.
 */
const ADD = `${GUARD}
local kind = redis.call('TYPE', KEYS[1]).ok
if not held or (kind ~= 'zset' and not (kind == 'none' and was_empty)) then return {2, 0} end
if held ~= owner then return {-1, 0} end
if since < era then return {2, 0} end
if since > era or at > tonumber(ARGV[2]) then return {0, 0} end
redis.call('SET', KEYS[2], ARGV[1] .. ' ' .. ARGV[2] .. ' f', 'PX', 2 * ARGV[3])
for i = 6, #ARGV, 4 do
  if tonumber(ARGV[i]) > at then
    if ARGV[i + 3] ~= '' then redis.call('ZREM', KEYS[1], ARGV[i + 3]) end
    redis.call('ZADD', KEYS[1], ARGV[i + 1], ARGV[i + 2])
  end
end
local count, cap = redis.call('ZCARD', KEYS[1]), tonumber(ARGV[4])
if count > cap then
  local last = count - cap - 1
  if ARGV[5] == 'ledger' then
    last = last + 1
    local dropped = redis.call('ZRANGE', KEYS[1], last, last, 'WITHSCORES')
    local is_read, balance = pcall(function() return cjson.decode(dropped[1]).balance_usdc.__decimal__ end)
    if not is_read or type(balance) ~= 'string' or not string.match(balance, '^%-?[%d.]+$') then return {2, 0} end
    local time = string.match(dropped[1], '"timestamp":(-?%d+%.%d+)') or dropped[2]
    redis.call('ZREMRANGEBYRANK', KEYS[1], 0, last)
    redis.call('ZADD', KEYS[1], dropped[2], string.format(
      '{"tx_id":"carried","type":"carried_forward","timestamp":%s,"amount_usdc":{"__decimal__":"%s"},"balance_usdc":{"__decimal__":"%s"}}',
      time, balance, balance))
  else
    redis.call('ZREMRANGEBYRANK', KEYS[1], 0, last)
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {1, redis.call('ZCARD', KEYS[1])}
`;

/**
 * Removes what this database wrote before the era and has not written since. KEYS: the key, its guard. ARGV: owner. Returns
 * whether it did.
 */
const SWEEP = `${GUARD}
if held ~= owner or since >= era then return 0 end
redis.call('DEL', KEYS[1], KEYS[2])
return 1
`;

/**
 * A page of the stream, newest first. KEYS: the stream. ARGV: the id of the newest entry of the page, how many, the database's
 * id. Returns how many there were, the id of the oldest, how long the stream is, then of each entry of that database its
 * position, its agent, and when it was recorded.
 */
const STREAM_PAGE = `
if redis.call('TYPE', KEYS[1]).ok ~= 'stream' then return {0, '', 0} end
local page = redis.call('XREVRANGE', KEYS[1], ARGV[1], '-', 'COUNT', ARGV[2])
local found = {#page, #page > 0 and page[#page][1] or '', redis.call('XLEN', KEYS[1])}
for _, entry in ipairs(page) do
  local fields = {}
  for i = 1, #entry[2], 2 do fields[entry[2][i]] = entry[2][i + 1] end
  if fields.origin == ARGV[3] then
    for _, name in ipairs({'position', 'agent_id', 'recorded_at'}) do found[#found + 1] = fields[name] or '' end
  end
end
return found
`;

/**
 * Says up to which position a database's entries stand in the stream. KEYS: the stream, the database's guard. ARGV: owner,
 * ttl_ms, the position, or '' for one that is being looked for, and up to which a guard of the same rebuild is believed.
 * Returns the position from which entries are to be appended, or -1 for what is older. A guard of an earlier rebuild counts for
 * nothing: it may be of a time that a restore has undone.
 */
const STREAM_PLACE = `${GUARD}
if held == owner and since > era then return -1 end
local is_known = held == owner and since == era and not was_empty and redis.call('TYPE', KEYS[1]).ok == 'stream'
if ARGV[3] == '' and is_known then return 0 end
local place = tonumber(ARGV[3]) or 0
if is_known then place = math.max(place, math.min(at, tonumber(ARGV[4]))) end
redis.call('SET', KEYS[2], string.format('%s %.0f %s', ARGV[1], place, ARGV[3] == '' and 'e' or 'f'), 'PX', 2 * ARGV[2])
return place
`;

/**
 * Appends to the stream what is not in it. KEYS: the stream, the database's guard. ARGV: owner, ttl_ms, maxlen, how many
 * fields an entry has, '1' if the stream may be absent, then of each entry its position and its fields with their values. Where
 * it fails in the midst the guard says that its place is not known.
 */
const STREAM_ADD = `${GUARD}
local kind = redis.call('TYPE', KEYS[1]).ok
if held == owner and since > era then return 0 end
if held ~= owner or since ~= era or was_empty or (kind ~= 'stream' and ARGV[5] ~= '1') then return 2 end
local width, newest = 2 * tonumber(ARGV[4]), at
redis.call('SET', KEYS[2], string.format('%s %.0f e', ARGV[1], at), 'PX', 2 * ARGV[2])
if kind ~= 'stream' and kind ~= 'none' then redis.call('DEL', KEYS[1]) end
for i = 6, #ARGV, width + 1 do
  if tonumber(ARGV[i]) > at then
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', unpack(ARGV, i + 1, i + width))
    newest = math.max(newest, tonumber(ARGV[i]))
  end
end
redis.call('SET', KEYS[2], string.format('%s %.0f f', ARGV[1], newest), 'PX', 2 * ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
`;

/** How long a daemon that is gone keeps another one of its database from mirroring. */
export const LEASE_MS = 5000;

/**
 * Takes or renews the lease, see lease.ts, or ends the script with owned_elsewhere. KEYS: the cursor, the lease. ARGV: who wants
 * it. What others wrote there, of another type or without an end, is nobody's.
 */
const LEASE = `
if redis.call('TYPE', KEYS[2]).ok == 'string' and redis.call('PTTL', KEYS[2]) >= 0 and redis.call('GET', KEYS[2]) ~= ARGV[1] then
  return {${STATUS.owned_elsewhere}}
end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ${LEASE_MS})
`;

/** Ends the lease of who asks. KEYS: the lease. ARGV: who. */
const GIVE_BACK = `
if redis.call('TYPE', KEYS[1]).ok == 'string' and redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
`;

/**
 * Moves the cursor and publishes what lies between, both or neither: so every durable signal is published once, as long as
 * Redis keeps the cursor. KEYS: the cursor, the lease. ARGV: who has the lease, the cursor as it must be, the new one, the
 * journal's hash there, ttl_ms, then channel and message of each. Returns 0 when the cursor is another, as after a flush;
 * else 1, how many messages Redis refused, as where its access rules forbid a channel, and the channel of the last of them with
 * what it said.
 */
const COMMIT = `${LEASE}
if redis.call('TYPE', KEYS[1]).ok ~= 'hash' or redis.call('HGET', KEYS[1], 'cursor') ~= ARGV[2] then return {0} end
redis.call('HSET', KEYS[1], 'cursor', ARGV[3], 'hash', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
local refused, channel, problem = 0, '', ''
for i = 6, #ARGV, 2 do
  local answer = redis.pcall('PUBLISH', ARGV[i], ARGV[i + 1])
  if type(answer) == 'table' and answer.err then refused, channel, problem = refused + 1, ARGV[i], answer.err end
end
return {1, refused, channel, problem}
`;

/** What the cursor says of the last rebuild; nil is what somebody else wrote there, whatever Lua takes for a number. */
const ERA = `
local function eraOf(text)
  local era = tonumber(string.match(text or '', '^%d%d?%d?%d?%d?%d?%d?%d?%d?%d?%d?%d?%d?%d?%d?%d?$') or '')
  return era and era < 2^53 and era or nil
end
`;

/**
 * Reads the cursor. KEYS: the cursor, the lease. ARGV: who has the lease. Returns 1, cursor, hash, era and whether a sweep is to
 * be done, or 0 where there is none, or its era is none.
 */
const CURSOR = `${ERA}${LEASE}
if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then return {0} end
local found = redis.call('HMGET', KEYS[1], 'cursor', 'hash', 'era', 'sweep')
if not eraOf(found[3]) then return {0} end
return {1, found[1] or '', found[2] or '', found[3], found[4] and 1 or 0}
`;

/**
 * Marks a rebuild as begun. KEYS: the cursor, the lease. ARGV: who has the lease, what names this rebuild, ttl_ms, the time in
 * microseconds. Returns 1, the era that begins, later than the one before, and whether there was a cursor: then what it left
 * is to be swept.
 */
const REBUILD = `${ERA}${LEASE}
local was_there = redis.call('TYPE', KEYS[1]).ok == 'hash'
if not was_there then redis.call('DEL', KEYS[1]) end
local before = was_there and eraOf(redis.call('HGET', KEYS[1], 'era')) or 0
local era = string.format('%.0f', math.max(before + 1, tonumber(ARGV[4])))
redis.call('HSET', KEYS[1], 'cursor', ARGV[2], 'hash', '', 'era', era)
if was_there then redis.call('HSET', KEYS[1], 'sweep', '1') end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {1, era, was_there and 1 or 0}
`;

/** Notes that a sweep is done. KEYS: the cursor, the lease. ARGV: who has the lease, the era that it was of. */
const SWEPT = `${LEASE}
if redis.call('TYPE', KEYS[1]).ok == 'hash' and redis.call('HGET', KEYS[1], 'era') == ARGV[2] then
  redis.call('HDEL', KEYS[1], 'sweep')
end
return {1}
`;

/** As ioredis takes them. The names become methods of the client; see Scripts in connect.ts. */
export const SCRIPTS = {
  hfPut: { lua: PUT, numberOfKeys: 2 },
  hfAdd: { lua: ADD, numberOfKeys: 2 },
  hfSweep: { lua: SWEEP, numberOfKeys: 2 },
  hfStreamPage: { lua: STREAM_PAGE, numberOfKeys: 1 },
  hfStreamPlace: { lua: STREAM_PLACE, numberOfKeys: 2 },
  hfStreamAdd: { lua: STREAM_ADD, numberOfKeys: 2 },
  hfCommit: { lua: COMMIT, numberOfKeys: 2 },
  hfCursor: { lua: CURSOR, numberOfKeys: 2 },
  hfSwept: { lua: SWEPT, numberOfKeys: 2 },
  hfRebuild: { lua: REBUILD, numberOfKeys: 2 },
  hfGiveBack: { lua: GIVE_BACK, numberOfKeys: 1 },
  // One key or two: the caller says how many.
  hfAcquire: { lua: ACQUIRE },
};
