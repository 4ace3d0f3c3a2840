/**
 * Channels and the patterns that name them. A pattern is a channel in which `*` stands for any characters, none included.
 */

export const MAX_CHANNEL_LENGTH = 128;
/** Where the alerts of an agent are told, before its id. */
export const ALERTS_PREFIX = 'pf:alerts:';
/** Who hears everything. No agent has this id. */
export const OPERATOR = '*';

const MAX_AGENT_ID_LENGTH = 64;
const ALPHANUMERIC = /^[A-Za-z0-9]$/;
/** What an agent's id is made of after its first character, which is alphanumeric. */
const AGENT_ID_CHARACTERS = /^[A-Za-z0-9._:-]*$/;

export function alertChannel(agent_id: string): string {
  return `${ALERTS_PREFIX}${agent_id}`;
}

export function isExact(pattern: string): boolean {
  return !pattern.includes('*');
}

/** What every match of the pattern begins with. */
export function literalPrefix(pattern: string): string {
  const star = pattern.indexOf('*');
  return star === -1 ? pattern : pattern.slice(0, star);
}

/**
 * Compiles one pattern. Time is at most the product of both lengths whatever the pattern: each piece between stars is taken
 * at its first place, which leaves most room for the rest, so nothing is tried twice.
 */
export function compilePattern(pattern: string): (channel: string) => boolean {
  const pieces = pattern.split('*');
  const [first = ''] = pieces;
  if (pieces.length === 1) return (channel) => channel === first;
  const last = pieces.at(-1) ?? '';
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '');
  return (channel) => {
    if (channel.length < first.length + last.length) return false;
    if (!channel.startsWith(first) || !channel.endsWith(last)) return false;
    let place = first.length;
    const end = channel.length - last.length;
    for (const piece of middle) {
      const found = channel.indexOf(piece, place);
      if (found === -1) return false;
      place = found + piece.length;
    }
    return place <= end;
  };
}

/** Compiles a list of patterns: true when any of them matches. Remembers channels, of which a scan meets few. */
export function compilePatterns(patterns: readonly string[]): (channel: string) => boolean {
  const exact = new Set(patterns.filter(isExact));
  const others = patterns.filter((pattern) => !isExact(pattern)).map(compilePattern);
  if (others.length === 0) return (channel) => exact.has(channel);
  const known = new Map<string, boolean>();
  return (channel) => {
    const before = known.get(channel);
    if (before !== undefined) return before;
    const matched = exact.has(channel) || others.some((matches) => matches(channel));
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(channel, matched);
    return matched;
  };
}

const MAX_REMEMBERED = 1000;

/** Patterns that one read tries on channels: each takes up to a microsecond, on the thread that serves everybody. */
export const MAX_TRIES = 20_000;

/** The same, for a read that ends once it has tried too many: each channel that it meets is tried once. */
export function countedMatches(patterns: readonly string[]): {
  readonly matches: (channel: string) => boolean;
  readonly tries: () => number;
} {
  const isWanted = compilePatterns(patterns);
  const tries_each = patterns.filter((pattern) => !isExact(pattern)).length;
  const known = new Map<string, boolean>();
  const matches = (channel: string): boolean => {
    const before = known.get(channel);
    if (before !== undefined) return before;
    const matched = isWanted(channel);
    known.set(channel, matched);
    return matched;
  };
  return { matches, tries: () => known.size * tries_each };
}

/**
 * A channel of another agent's alerts that the pattern matches, or undefined when there is none: the pattern may then be
 * heard by this agent. Exact: what is looked for is a word of the pattern's language among `pf:alerts:ID` of all ids that
 * an agent can have but this one's.
 */
export function foreignAlerts(pattern: string, agent_id: string): string | undefined {
  for (const rest of remainders(pattern, ALERTS_PREFIX)) {
    const id = someIdBut(rest, agent_id);
    if (id !== undefined) return alertChannel(id);
  }
  return undefined;
}

/** What may be left of the pattern once it has matched all of `text`; a star that is not finished stays in front. */
function remainders(pattern: string, text: string): string[] {
  let places = skipStars(pattern, new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      if (pattern[place] === '*') next.add(place);
      else if (pattern[place] === character) next.add(place + 1);
    }
    places = skipStars(pattern, next);
  }
  return [...places].map((place) => pattern.slice(place));
}

/** A star may stand for nothing: where one is next, what follows it is next as well. */
function skipStars(pattern: string, places: Set<number>): Set<number> {
  for (const place of places) if (pattern[place] === '*') places.add(place + 1);
  return places;
}

/** An agent's id, other than this one, that the pattern matches. */
function someIdBut(pattern: string, agent_id: string): string | undefined {
  const literals = pattern.replaceAll('*', '');
  if (!AGENT_ID_CHARACTERS.test(literals)) return undefined;
  const begins = ALPHANUMERIC.test(pattern.startsWith('*') ? (literals[0] ?? '') : (pattern[0] ?? ''));
  if (isExact(pattern)) return begins && isId(pattern) && pattern !== agent_id ? pattern : undefined;
  // The shortest match, unless it is no id or this agent's own; then one with another character where a star stands.
  if (begins && isId(literals) && literals !== agent_id) return literals;
  if (!begins && !pattern.startsWith('*')) return undefined;
  const star = begins ? pattern.indexOf('*') : 0;
  const with_more = (more: string) => `${literals.slice(0, star)}${more}${literals.slice(star)}`;
  return ['0', '1'].map(with_more).find((id) => isId(id) && id !== agent_id);
}

function isId(text: string): boolean {
  return text.length >= 1 && text.length <= MAX_AGENT_ID_LENGTH;
}
