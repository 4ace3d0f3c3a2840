/**
 * The file that --upstreams names, a JSON object of upstreams by name, or the same as tables of the configuration file. Everything is checked at start; the messages name the
 * file and the place in it, and never hold an address or a credential, for either may hold what it must not.
 *
 *   {"purple-flea": {"preset": "purple-flea", "credential": {"vault": {"agent_id": "alpha", "name": "purple-flea"}}},
 *    "prices": {"base_url": "https://prices.example", "resources": {"last": {"path": "/last/{market}", "ttl_ms": 500}}}}
 */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { UpstreamsSource } from '../config.js';
import { HoldfastError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { packageRoot } from '../paths.js';
import { isForbiddenHost, isLoopbackHost } from './addresses.js';
import { placesOf, type Template } from './template.js';

export interface Resource extends Template {
  readonly name: string;
  readonly ttl_ms: number;
  /** Part of PortfolioSnapshot. */
  readonly in_portfolio: boolean;
  /** Every agent has its own: the template names agent_id. */
  readonly is_per_agent: boolean;
}

export type CredentialSource =
  | { readonly kind: 'vault'; readonly agent_id: string; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

export interface UpstreamConfig {
  readonly name: string;
  /** Without a slash at its end. */
  readonly base_url: string;
  readonly credential: CredentialSource | null;
  /** The header that carries it, and what stands before it, such as `Bearer `. */
  readonly header: string;
  readonly scheme: string;
  readonly rate: { readonly capacity: number; readonly refill_per_second: number };
  /** For a whole fetch, its reply included. */
  readonly timeout_ms: number;
  readonly max_reply_bytes: number;
  readonly resources: ReadonlyMap<string, Resource>;
}

type Json = Readonly<Record<string, unknown>>;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const PRESETS = ['purple-flea'];
const MAX_TTL_MS = 31 * 24 * 3600 * 1000;
const MAX_REPLY_BYTES = 262_144;

/** @throws HoldfastError INVALID_FIELD. */
export function readUpstreams(
  source: UpstreamsSource | null,
  env: NodeJS.ProcessEnv,
): ReadonlyMap<string, UpstreamConfig> {
  if (source === null) return new Map();
  const { path, table } = source;
  const at = new Place(path, '');
  const entries = Object.entries(at.object(table ?? parse(at, readFile(at, path))));
  return new Map(entries.map(([name, value]) => [name, readUpstream(at.below(name), name, value, env)]));
}

/** A place in the file, for messages. */
class Place {
  readonly #file: string;
  readonly #path: string;

  constructor(file: string, path: string) {
    this.#file = file;
    this.#path = path;
  }

  below(name: string): Place {
    return new Place(this.#file, this.#path === '' ? name : `${this.#path}.${name}`);
  }

  wrong(problem: string): HoldfastError {
    const where = this.#path === '' ? this.#file : `${this.#file}: ${this.#path}`;
    return new HoldfastError('INVALID_FIELD', `upstreams in ${where}: ${problem}`, { field: 'upstreams' });
  }

  object(value: unknown, keys?: readonly string[]): Json {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.wrong('must be an object');
    const unknown = Object.keys(value).find((key) => keys !== undefined && !keys.includes(key));
    if (unknown !== undefined)
      throw this.below(unknown).wrong(`is not one of ${keys?.join(', ')}${didYouMean(unknown, keys ?? [])}`);
    return value as Json;
  }

  text(value: unknown): string {
    if (typeof value !== 'string' || value === '') throw this.wrong('must be a text');
    return value;
  }

  /** Absent = false. */
  flag(value: unknown): boolean {
    if (value !== undefined && typeof value !== 'boolean') throw this.wrong('must be true or false');
    return value === true;
  }

  integer(value: unknown, min: number, max: number): number {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      throw this.wrong(`must be an integer from ${min} to ${max}`);
    return value;
  }
}

function readUpstream(at: Place, name: string, given: unknown, env: NodeJS.ProcessEnv): UpstreamConfig {
  if (!NAME.test(name)) throw at.wrong('a name is 1-64 characters of [A-Za-z0-9._-]');
  const keys = [
    ...['preset', 'base_url', 'allow_http', 'credential', 'header', 'scheme', 'rate'],
    ...['timeout_ms', 'max_reply_bytes', 'resources'],
  ];
  const own = at.object(given, keys);
  const base: Json = own.preset === undefined ? {} : preset(at.below('preset'), own.preset);
  const value: Json = { ...base, ...own };
  const known = (base.resources ?? {}) as Json;
  const resources = Object.entries({ ...known, ...at.below('resources').object(value.resources) });
  const rate_at = at.below('rate');
  const rate = rate_at.object(value.rate ?? { capacity: 60, refill_per_second: 1 }, [
    'capacity',
    'refill_per_second',
  ]);
  return {
    name,
    base_url: baseUrl(at.below('base_url'), value.base_url, at.below('allow_http').flag(value.allow_http)),
    credential:
      value.credential === undefined ? null : credential(at.below('credential'), value.credential, env),
    header: headerName(at.below('header'), value.header ?? 'authorization'),
    scheme: value.scheme === undefined ? 'Bearer ' : schemeText(at.below('scheme'), value.scheme),
    rate: {
      capacity: rate_at.below('capacity').integer(rate.capacity, 1, 1_000_000),
      refill_per_second: refill(rate_at.below('refill_per_second'), rate.refill_per_second),
    },
    timeout_ms: at.below('timeout_ms').integer(value.timeout_ms ?? 10_000, 10, 280_000),
    max_reply_bytes: at
      .below('max_reply_bytes')
      .integer(value.max_reply_bytes ?? MAX_REPLY_BYTES, 64, MAX_REPLY_BYTES),
    resources: new Map(
      resources.map(([resource, one]) => [
        resource,
        readResource(at.below(`resources.${resource}`), resource, one),
      ]),
    ),
  };
}

function readResource(at: Place, name: string, given: unknown): Resource {
  if (!NAME.test(name)) throw at.wrong('a name is 1-64 characters of [A-Za-z0-9._-]');
  const value = at.object(given, ['path', 'query', 'ttl_ms', 'in_portfolio']);
  const path = at.below('path').text(value.path);
  if (!/^\/[\x21-\x7e]*$/.test(path) || /[?#\\]/.test(path) || /(^|\/)\.{1,2}(\/|$)/.test(path))
    throw at.below('path').wrong('must begin with a slash and hold no ?, #, spaces, "." or ".."');
  const query_at = at.below('query');
  const query = Object.fromEntries(
    Object.entries(query_at.object(value.query ?? {})).map(([key, text]) => [
      key,
      query_at.below(key).text(text),
    ]),
  );
  const in_portfolio = at.below('in_portfolio').flag(value.in_portfolio);
  const places = placesOf({ path, query });
  if (in_portfolio && places.some((place) => place !== 'agent_id'))
    throw at.below('in_portfolio').wrong('only a resource without other places than {agent_id}');
  const ttl_ms = at.below('ttl_ms').integer(value.ttl_ms, 1, MAX_TTL_MS);
  return { name, path, query, ttl_ms, in_portfolio, is_per_agent: places.includes('agent_id') };
}

function baseUrl(at: Place, value: unknown, allow_http: boolean): string {
  const text = at.text(value);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw at.wrong('must be an http:// or https:// address');
  if (url.username !== '' || url.password !== '')
    throw at.wrong('may not hold credentials: name them under "credential"');
  if (url.hash !== '' || url.search !== '') throw at.wrong('may not have a query or a #fragment');
  if (isForbiddenHost(url.hostname)) throw at.wrong('is a metadata, link-local or unspecified address');
  if (url.protocol === 'http:' && !allow_http && !isLoopbackHost(url.hostname))
    throw at.wrong('http:// sends credentials in clear; use https://, or "allow_http": true');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function credential(at: Place, given: unknown, env: NodeJS.ProcessEnv): CredentialSource {
  const value = at.object(given, ['vault', 'file', 'systemd']);
  if (Object.keys(value).length !== 1) throw at.wrong('must have exactly one of vault, file, systemd');
  if (value.vault !== undefined) {
    const vault_at = at.below('vault');
    const { agent_id, name } = vault_at.object(value.vault, ['agent_id', 'name']);
    return {
      kind: 'vault',
      agent_id: vault_at.below('agent_id').text(agent_id),
      name: vault_at.below('name').text(name),
    };
  }
  if (value.file !== undefined) {
    const path = at.below('file').text(value.file);
    if (!isAbsolute(path)) throw at.below('file').wrong('must be an absolute path');
    return { kind: 'file', path };
  }
  const name = at.below('systemd').text(value.systemd);
  const folder = env.CREDENTIALS_DIRECTORY;
  if (folder === undefined)
    throw at.below('systemd').wrong('the daemon was not started with credentials by systemd');
  if (!NAME.test(name)) throw at.below('systemd').wrong('must be the name of a credential');
  return { kind: 'file', path: join(folder, name) };
}

function headerName(at: Place, value: unknown): string {
  const text = at.text(value).toLowerCase();
  if (!/^[a-z0-9-]{1,64}$/.test(text) || ['host', 'content-length', 'connection'].includes(text))
    throw at.wrong('must be the name of a header');
  return text;
}

function schemeText(at: Place, value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9 =-]{0,32}$/.test(value))
    throw at.wrong('must be what stands before the credential, such as "Bearer "');
  return value;
}

function refill(at: Place, value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0.000001) || value > 1_000_000)
    throw at.wrong('must be a number from 0.000001 to 1000000');
  return value;
}

function preset(at: Place, name: unknown): Json {
  if (typeof name !== 'string' || !PRESETS.includes(name))
    throw at.wrong(`is not one of ${PRESETS.join(', ')}`);
  return JSON.parse(
    readFileSync(join(packageRoot, 'src', 'upstreams', 'presets', `${name}.json`), 'utf8'),
  ) as Json;
}

function readFile(at: Place, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw at.wrong(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function parse(at: Place, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw at.wrong('is not JSON');
  }
}
