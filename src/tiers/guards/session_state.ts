/** What the state of the session says of an action, beside the guards. */
import { idAt } from '../command.js';
import type { Figures } from './figures.js';
import { NOTHING_IN_FLIGHT, reduces } from './reducing.js';
import type { GuardedAction, GuardVerdictView } from './types.js';

/**
 * A BeginOperation: with a session that is not ACTIVE, or after one that ended halted, paused or reducing, nothing; in REDUCING
 * what says that it reduces; whatever says so must do so. A RecordTrade: in ACTIVE any, in REDUCING what reduces the position, else none. Others:
 * always.
 * @param session_id the session that it must be; '' = whichever there is.
 */
export function sessionVerdict(
  action: GuardedAction,
  session_id: string,
  figures: Figures,
): GuardVerdictView {
  if (action.action === 'begin_operation') return beginVerdict(action, session_id, figures);
  if (action.action === 'record_trade') return tradeVerdict(action, figures);
  return verdict(true, '', '', 'the state of the session does not matter to it', false);
}

function beginVerdict(action: GuardedAction, session_id: string, figures: Figures): GuardVerdictView {
  const session = figures.session();
  const open_id = session === undefined ? '' : idAt('session', session.position);
  if (session_id !== '' && open_id !== session_id) {
    const open = session === undefined ? 'none is' : `${open_id} is`;
    return verdict(false, session_id, open_id, `session ${session_id} is not open; ${open}`);
  }
  if (action.reduce_only) {
    const position = figures.position()?.quantity ?? '0';
    if (!reduces(action, position, figures.inFlight())) {
      const message = `it does not bring the position of ${action.market || 'its market'} closer to zero, what is in flight included`;
      return verdict(false, 'reduce_only', position, message);
    }
  }
  if (session === undefined) {
    const stop = figures.last()?.stop ?? '';
    if (stop !== '') {
      const lift = stop === 'HALTED' ? 'reset' : 'resume';
      const message = `the last session ended while it was ${stop}: open one and ${lift} it`;
      return verdict(false, 'ACTIVE', stop, message);
    }
    return verdict(true, '', '', 'there is no open session', false);
  }
  const { state } = session;
  if (state === 'ACTIVE') return verdict(true, 'ACTIVE', state, 'the session is ACTIVE');
  if (state !== 'REDUCING')
    return verdict(false, 'ACTIVE', state, `the session is ${state}: it begins nothing`);
  const message = 'the session is REDUCING: it begins only what is reduce_only';
  return verdict(action.reduce_only, 'REDUCING', state, message);
}

function tradeVerdict(action: GuardedAction, figures: Figures): GuardVerdictView {
  const session = figures.session();
  if (session === undefined) return verdict(false, 'ACTIVE', '', 'there is no open session');
  const { state } = session;
  const position = figures.position()?.quantity ?? '0';
  const problem = tradeProblem(state, () => reduces(action, position, NOTHING_IN_FLIGHT));
  const limit = state === 'REDUCING' ? state : 'ACTIVE';
  if (problem !== undefined) return verdict(false, limit, state, `the session is ${state}: ${problem}`);
  return verdict(true, limit, state, `the session is ${state}`);
}

/** Why a session in that state does not take a trade; undefined when it does. The one rule, for the command and its dry run. */
export function tradeProblem(state: string, isReducing: () => boolean): string | undefined {
  if (state === 'ACTIVE') return undefined;
  if (state !== 'REDUCING') return 'it takes no trades';
  return isReducing() ? undefined : 'it takes only what brings the position closer to zero';
}

function verdict(
  passed: boolean,
  limit: string,
  actual: string,
  message: string,
  applicable = true,
): GuardVerdictView {
  const rest = { passed, applicable, limit, actual, message, retry_us: null };
  return { guard: 'session', kind: 'session', mode: 'ENFORCE', version: 0, ...rest };
}
