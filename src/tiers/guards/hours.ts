/** Trading hours: whether a time of the world lies within hours of a place, and when they next begin. */
import type { TradingHours } from './rule.js';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
/** Two weeks: a window of one weekday that falls into the hour that spring leaves out comes again a week later. */
const DAYS_AHEAD = 15;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a thousand times as long as using it. */
function formatterOf(time_zone: string): Intl.DateTimeFormat {
  const known = formatters.get(time_zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
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
  formatters.set(time_zone, made);
  return made;
}

/** An IANA name that this machine knows. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What clocks of the zone show, as the time at which clocks in UTC would show it. */
export function localMs(time_zone: string, at_ms: number): number {
  if (time_zone === 'UTC') return at_ms;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(time_zone).formatToParts(at_ms)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const within_ms = ((at_ms % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + within_ms;
}

export function isOpen(hours: TradingHours, at_ms: number): boolean {
  const local = localMs(hours.time_zone, at_ms);
  const day = Math.floor(local / MS_PER_DAY);
  const minute = Math.floor((local - day * MS_PER_DAY) / MS_PER_MINUTE);
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

/**
 * The first time after `at_ms` at which the hours are open, when they are closed now; null when there is none. They open
 * where clocks show `from`, or where clocks are put forward or back into them.
 */
export function nextOpening(hours: TradingHours, at_ms: number): number | null {
  const offsetAt = (ms: number) => localMs(hours.time_zone, ms) - ms;
  const samples = Array.from({ length: DAYS_AHEAD + 2 }, (_, n) => at_ms + (n - 1) * MS_PER_DAY);
  const offsets = samples.map(offsetAt);
  const candidates: number[] = [];
  for (const [n, sample] of samples.slice(1).entries()) {
    if (offsets[n] !== offsets[n + 1]) candidates.push(changeBetween(offsetAt, sample - MS_PER_DAY, sample));
  }
  const today = Math.floor((at_ms + offsetAt(at_ms)) / MS_PER_DAY);
  for (const offset of new Set(offsets)) {
    for (let day = today - 1; day <= today + DAYS_AHEAD; day++)
      candidates.push(day * MS_PER_DAY + hours.from_minute * MS_PER_MINUTE - offset);
  }
  const later = candidates.filter((candidate) => candidate > at_ms).sort((a, b) => a - b);
  return later.find((candidate) => isOpen(hours, candidate)) ?? null;
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
