/** Registered assets where they span tiers: an open session must not find that its own asset is not among them. */
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import type { HandlersOf } from './command.js';
import { Assets } from './ledger/assets.js';
import type { LedgerCommands } from './ledger/types.js';
import { sessionReads } from './sessions/figures.js';
import { sessionId } from './sessions/rows.js';

type Registering = Pick<HandlersOf<LedgerCommands>, 'register_asset'>;

export function assetCommands(db: Db, ledger: Registering): Registering {
  const assets = new Assets(db);
  const sessions = sessionReads(db);
  return {
    register_asset: (tx, args) => {
      // From the first one on only registered assets are taken, so the session's must be the first, or there already.
      const open = assets.anyOf(tx) ? undefined : sessions.open(tx.agent_id, tx.now_us);
      if (open !== undefined && open.asset !== args.asset) {
        const { asset } = open;
        const session_id = sessionId(open.position);
        throw new HoldfastError(
          'WRONG_STATE',
          `asset: session ${session_id} is open in ${asset}: register that first`,
          {
            field: 'asset',
            metadata: { asset, session_id },
          },
        );
      }
      return ledger.register_asset(tx, args);
    },
  };
}
