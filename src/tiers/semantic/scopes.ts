/** Where memories live and who may go there. On either connection. */
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';

export interface Namespace {
  readonly name: string;
  readonly owner: string;
  /** Sorted; "*" = all. */
  readonly readers: readonly string[];
  readonly writers: readonly string[];
}

interface NamespaceRow {
  readonly name: string;
  readonly owner: string;
  readonly readers: string;
  readonly writers: string;
}

export interface ScopeRow {
  readonly scope_id: number;
  readonly agent_id: string;
  readonly namespace: string;
  readonly memories: number;
  readonly superseded: number;
  readonly words: number;
  readonly superseded_words: number;
}

export type Access = 'read' | 'write';

export function mayUse(agent_id: string, { owner, readers, writers }: Namespace, access: Access): boolean {
  const named = access === 'write' ? writers : [...writers, ...readers];
  return owner === agent_id || named.includes('*') || named.includes(agent_id);
}

export class Scopes {
  readonly #namespace: Statement<[string], NamespaceRow>;
  readonly #scope: Statement<[string, string], ScopeRow>;
  readonly #by_id: Statement<[number], ScopeRow>;

  constructor(db: Db) {
    this.#namespace = db.prepare(
      'SELECT name, owner, readers, writers FROM memory_namespaces WHERE name = ?',
    );
    this.#scope = db.prepare('SELECT * FROM memory_scopes WHERE agent_id = ? AND namespace = ?');
    this.#by_id = db.prepare('SELECT * FROM memory_scopes WHERE scope_id = ?');
  }

  namespace(name: string): Namespace | undefined {
    const row = this.#namespace.get(name);
    return row && toNamespace(row);
  }

  /** The scope that an agent means by a namespace ('' = its private one); undefined while nothing is stored there. */
  of(agent_id: string, namespace: string): ScopeRow | undefined {
    return this.#scope.get(namespace === '' ? agent_id : '', namespace);
  }

  byId(scope_id: number): ScopeRow | undefined {
    return this.#by_id.get(scope_id);
  }

  /**
   * The shared namespace if the agent may use it so; undefined for the private one.
   * @throws HoldfastError NOT_FOUND, ACCESS_DENIED.
   */
  check(agent_id: string, name: string, access: Access, field: string): Namespace | undefined {
    if (name === '') return undefined;
    const namespace = this.namespace(name);
    if (namespace === undefined) {
      throw new HoldfastError('NOT_FOUND', `${field}: there is no namespace ${name}`, { field });
    }
    if (!mayUse(agent_id, namespace, access)) {
      throw new HoldfastError(
        'ACCESS_DENIED',
        `${field}: ${agent_id} may not ${access} in namespace ${name}`,
        {
          field,
          metadata: { namespace: name },
        },
      );
    }
    return namespace;
  }
}

export function toNamespace({ name, owner, readers, writers }: NamespaceRow): Namespace {
  return { name, owner, readers: JSON.parse(readers) as string[], writers: JSON.parse(writers) as string[] };
}
