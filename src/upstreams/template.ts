/** Paths and queries of resources, with places such as `{market}` for the caller's values. */
import { HoldfastError, invalidField } from '../errors.js';

const PLACE = /\{([A-Za-z0-9_]{1,64})\}/g;

export interface Template {
  /** Begins with a slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The names of the places, sorted. */
export function placesOf({ path, query }: Template): string[] {
  const texts = [path, ...Object.values(query)];
  const names = texts.flatMap((text) => [...text.matchAll(PLACE)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}

/**
 * The path and query with every place filled.
 * @param params by name; those that the template has no place for are refused.
 * @throws HoldfastError FIELD_REQUIRED, INVALID_FIELD naming params and the parameter.
 */
export function fillTemplate(
  template: Template,
  params: ReadonlyMap<string, string>,
  agent_id: string,
): string {
  const places = placesOf(template);
  for (const name of params.keys()) {
    if (!places.includes(name) || name === 'agent_id')
      throw invalidField('params', `${name} has no place in this resource`, { param: name });
  }
  const paramOf = (name: string): string => {
    const value = name === 'agent_id' ? agent_id : params.get(name);
    if (value !== undefined) return value;
    throw new HoldfastError('FIELD_REQUIRED', `params: ${name} is required`, {
      field: 'params',
      metadata: { param: name },
    });
  };
  const path = template.path.replaceAll(PLACE, (_place, name: string) => segment(name, paramOf(name)));
  const query = new URLSearchParams();
  for (const [name, text] of Object.entries(template.query))
    query.append(
      name,
      text.replaceAll(PLACE, (_place, place: string) => paramOf(place)),
    );
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** One segment of a path: what could mean another path is refused, since servers decode before they route. */
function segment(name: string, value: string): string {
  if (value === '.' || value === '..' || /[/\\\0]/.test(value)) {
    throw invalidField('params', `${name} must be one segment of a path, without slashes`, { param: name });
  }
  return encodeURIComponent(value);
}
