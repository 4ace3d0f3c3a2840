/** Trading hours: whether a time of the world lies within hours of a place, and when they next begin. */
import type { TradingHours } from './rule.js';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
/** Two weeks: a window of one weekday that falls into the hour that spring leaves out comes again a week later. */
const DAYS_AHEAD = 15;

/** Spellings of zones that are remembered: more than there are zones, and not as many as cases of letters make. */
const MAX_SPELLINGS = 4096;

/** From a time on clocks are this far ahead of UTC; the next span ends it. */
interface Span {
  readonly from_ms: number;
  readonly offset_ms: number;
}

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** What clocks do around one day: since 1970-01-01, the day before it, and DAYS_AHEAD and two after. */
  day: number;
  spans: readonly Span[];
}

const zones = new Map<string, Zone>();
const spellings = new Map<string, Zone>();

/** Making a formatter takes a thousand times as long as using it, and 16 KB: one for each zone, however it is spelled. */
function zoneOf(time_zone: string): Zone {
  const known = spellings.get(time_zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: time_zone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const name = formatter.resolvedOptions().timeZone;
  const zone = zones.get(name) ?? { formatter, day: Number.NaN, spans: [] };
  zones.set(name, zone);
  if (spellings.size >= MAX_SPELLINGS) spellings.clear();
  spellings.set(time_zone, zone);
  return zone;
}

/** An IANA name that this machine knows, in capitals or not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false;
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Zones and spellings that are remembered. */
export function rememberedZones(): { readonly zones: number; readonly spellings: number } {
  return { zones: zones.size, spellings: spellings.size };
}

/** What clocks of the zone show, as the time at which clocks in UTC would show it. */
export function localMs(time_zone: string, at_ms: number): number {
  return at_ms + offsetIn(spansAround(time_zone, at_ms), at_ms);
}

function offsetIn(spans: readonly Span[], at_ms: number): number {
  return spans.findLast(({ from_ms }) => from_ms <= at_ms)?.offset_ms ?? 0;
}

/** Asked of the zone once a day: a formatter is slow, and hundreds of guards may ask for one action. */
function spansAround(time_zone: string, at_ms: number): readonly Span[] {
  const zone = zoneOf(time_zone);
  const day = Math.floor(at_ms / MS_PER_DAY);
  if (zone.day !== day) {
    zone.spans = spansOf(zone.formatter, day);
    zone.day = day;
  }
  return zone.spans;
}

function spansOf(formatter: Intl.DateTimeFormat, day: number): Span[] {
  const offsetAt = (ms: number) => shownMs(formatter, ms) - ms;
  const first_ms = (day - 1) * MS_PER_DAY;
  const spans = [{ from_ms: first_ms, offset_ms: offsetAt(first_ms) }];
  for (let n = 0; n < DAYS_AHEAD + 3; n++) {
    const from_ms = first_ms + n * MS_PER_DAY;
    const until_ms = from_ms + MS_PER_DAY;
    const offset_ms = offsetAt(until_ms);
    if (offset_ms !== spans.at(-1)?.offset_ms)
      spans.push({ from_ms: changeBetween(offsetAt, from_ms, until_ms), offset_ms });
  }
  return spans;
}

/** @param at_ms a whole second. */
function shownMs(formatter: Intl.DateTimeFormat, at_ms: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(at_ms)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export function isOpen(hours: TradingHours, at_ms: number): boolean {
  return isOpenAt(hours, localMs(hours.time_zone, at_ms));
}

/** @param local_ms what clocks show. */
function isOpenAt(hours: TradingHours, local_ms: number): boolean {
  const day = Math.floor(local_ms / MS_PER_DAY);
  const minute = Math.floor((local_ms - day * MS_PER_DAY) / MS_PER_MINUTE);
  const { from_minute, until_minute } = hours;
  if (from_minute < until_minute)
    return minute >= from_minute && minute < until_minute && isTradingDay(hours, day);
  // Over midnight: what is left of yesterday's hours belongs to yesterday.
  return (
    (minute >= from_minute && isTradingDay(hours, day)) ||
    (minute < until_minute && isTradingDay(hours, day - 1))
  );
}

/** @param day since 1970-01-01, which was a Thursday. */
function isTradingDay({ days }: TradingHours, day: number): boolean {
  return days.length === 0 || days.includes(isoWeekday(day));
}

function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The opening that was found last, and from when on it is the next. */
const found = new WeakMap<TradingHours, { readonly from_ms: number; readonly opening_ms: number }>();

/**
 * The first time after `at_ms` at which the hours are open, when they are closed now; null when there is none. It is worked
 * out once for as long as the same object's hours stay closed.
 */
export function nextOpening(hours: TradingHours, at_ms: number): number | null {
  const known = found.get(hours);
  if (known !== undefined && known.from_ms <= at_ms && at_ms < known.opening_ms) return known.opening_ms;
  const opening_ms = lookForOpening(hours, at_ms);
  if (opening_ms !== null) found.set(hours, { from_ms: at_ms, opening_ms });
  return opening_ms;
}

/** They open where clocks show `from`, or where clocks are put forward or back into them. */
function lookForOpening(hours: TradingHours, at_ms: number): number | null {
  const spans = spansAround(hours.time_zone, at_ms);
  const candidates = spans.slice(1).map(({ from_ms }) => from_ms);
  const today = Math.floor((at_ms + offsetIn(spans, at_ms)) / MS_PER_DAY);
  for (const offset of new Set(spans.map(({ offset_ms }) => offset_ms))) {
    for (let day = today - 1; day <= today + DAYS_AHEAD; day++)
      candidates.push(day * MS_PER_DAY + hours.from_minute * MS_PER_MINUTE - offset);
  }
  const later = candidates.filter((candidate) => candidate > at_ms).sort((a, b) => a - b);
  return later.find((candidate) => isOpenAt(hours, candidate + offsetIn(spans, candidate))) ?? null;
}

/** The whole minute at which the offset changes, which it does once between the two. */
function changeBetween(offsetAt: (ms: number) => number, from_ms: number, until_ms: number): number {
  let low = Math.floor(from_ms / MS_PER_MINUTE);
  let high = Math.ceil(until_ms / MS_PER_MINUTE);
  const before = offsetAt(low * MS_PER_MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MS_PER_MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MS_PER_MINUTE;
}
