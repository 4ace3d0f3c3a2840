/** Longest patience that is believed; beyond it a server's clock or configuration is wrong. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * The pause that a Retry-After header asks for (RFC 9110 section 10.2.3: seconds or an HTTP date), in milliseconds,
 * at most an hour; undefined when there is none or it says nothing.
 */
export function parseRetryAfter(header: string | null, now_ms: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  // Only IMF-fixdate and its two obsolete forms start with the day's name; Date.parse alone would take "-5" as a year.
  const at_ms = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at_ms) ? undefined : Math.min(Math.max(0, at_ms - now_ms), MAX_RETRY_AFTER_MS);
}
