/** The command that makes shared namespaces and says who may use them. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { HandlersOf } from '../command.js';
import type { Scopes } from './scopes.js';
import type { SemanticCommands } from './types.js';

export const MAX_NAMESPACES = 10_000;

export function namespaceCommands(
  db: Db,
  scopes: Scopes,
): HandlersOf<Pick<SemanticCommands, 'put_namespace'>> {
  const count = db.prepare<[], number>('SELECT count(*) FROM memory_namespaces').pluck();
  const put = db.prepare<[string, string, string, string]>(
    `INSERT INTO memory_namespaces (name, owner, readers, writers) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET readers = excluded.readers, writers = excluded.writers`,
  );
  return {
    put_namespace: (tx, { name, readers, writers }) => {
      const present = scopes.namespace(name);
      if (present !== undefined && present.owner !== tx.agent_id) {
        throw new HoldfastError('ACCESS_DENIED', `name: namespace ${name} belongs to another agent`, {
          field: 'name',
          metadata: { namespace: name },
        });
      }
      if (present === undefined && (count.get() ?? 0) >= MAX_NAMESPACES) {
        throw new HoldfastError('TOO_MANY', `name: there may be ${MAX_NAMESPACES} namespaces`, {
          field: 'name',
          metadata: { limit: String(MAX_NAMESPACES) },
        });
      }
      const [reader_list, writer_list] = [JSON.stringify(readers), JSON.stringify(writers)];
      if (
        JSON.stringify(present?.readers) !== reader_list ||
        JSON.stringify(present?.writers) !== writer_list
      ) {
        put.run(name, tx.agent_id, reader_list, writer_list);
        tx.emit('memory.namespace', name, { readers: [...readers], writers: [...writers] }, 'journal');
      }
      return {};
    },
  };
}
