/**
 * Guards where they span tiers: they judge by the session, its positions, the ledger's accounts and what is in flight, all
 * read on the writer's own connection, inside the transaction of the command that they stand before. Commands come one
 * after another there, so what a verdict was based on is still true when the action commits.
 */
import type { DocObject } from '../codec/value.js';
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import type { Tx } from './command.js';
import { actionCounter, countReads } from './guards/counts.js';
import { exposureReads } from './guards/exposure.js';
import type { Figures } from './guards/figures.js';
import { verdictOf } from './guards/judge.js';
import type { Guards, StoredGuard } from './guards/rows.js';
import { inScope } from './guards/rule.js';
import { sessionVerdict } from './guards/session_state.js';
import type {
  GuardedAction,
  GuardGate,
  GuardVerdictView,
  Judgement,
  KnownSession,
  LastSession,
  SessionNow,
} from './guards/types.js';
import { failedVerdicts } from './guards/verdict_counts.js';
import { availableReads } from './ledger/available.js';
import { sessionReads } from './sessions/figures.js';
import { stopOf } from './sessions/types.js';

/** Denials that an error's message spells out. */
const MAX_SPELLED = 8;

export function guardGate(db: Db, guards: Pick<Guards, 'of'>): GuardGate {
  const figures = guardFigures(db);
  const count = actionCounter(db);

  const judge = (tx: Tx, action: GuardedAction, operation_key: string, known?: KnownSession): Judgement => {
    const present = guards.of(tx.agent_id);
    if (present.length === 0) return SILENCE;
    const now = figures(tx.agent_id, action.market, tx.now_us, operation_key, known);
    const failed = present.map((guard) => verdictOf(guard, action, now)).filter(({ passed }) => !passed);
    const counting = present.flatMap((guard) => countingOf(guard, action));
    if (failed.length === 0) return { ...SILENCE, counting };
    for (const { mode } of failed) failedVerdicts[mode] += 1;
    return {
      denials: failed.filter(({ mode }) => mode === 'ENFORCE'),
      warnings: failed.filter(({ mode }) => mode === 'WARN'),
      shadows: failed.filter(({ mode }) => mode === 'SHADOW'),
      counting,
    };
  };

  const passed = (
    tx: Tx,
    action: GuardedAction,
    { denials, warnings, shadows, counting }: Judgement,
  ): void => {
    for (const [counter, window_us] of counting) count(tx, counter, window_us);
    const failed = [...denials, ...warnings, ...shadows];
    if (failed.length > 0)
      tx.emit(
        'guard.warned',
        action.action,
        { ...told(action), verdicts: failed.map(documentOf) },
        'journal',
      );
  };

  return {
    judge,
    passed,
    admit: (tx, action, enforced, known) => {
      const judgement = judge(tx, action, '', known);
      if (judgement === SILENCE) return [];
      if (enforced && judgement.denials.length > 0) throw guardDenied(judgement.denials, tx.now_us);
      passed(tx, action, judgement);
      return [...judgement.denials, ...judgement.warnings];
    },
    sessionDenial: (tx, action, operation_key, session_id) => {
      const now = figures(tx.agent_id, action.market, tx.now_us, operation_key);
      const verdict = sessionVerdict(action, session_id, now);
      return verdict.passed ? undefined : verdict;
    },
  };
}

/** Stands before what has happened: it judges and counts as `gate` does, and what fails is told and journaled, never refused. */
export function recordingGate({ admit }: GuardGate): Pick<GuardGate, 'admit'> {
  return { admit: (tx, action, _enforced, known) => admit(tx, action, false, known) };
}

const SILENCE: Judgement = { denials: [], warnings: [], shadows: [], counting: [] };

function countingOf({ content, counter }: StoredGuard, action: GuardedAction): (readonly [number, number])[] {
  const { rule } = content;
  return rule.kind === 'max_count' && inScope(content, action) ? [[counter, rule.window_ms * 1000]] : [];
}

function documentOf(verdict: GuardVerdictView): DocObject {
  return { ...verdict };
}

/** The action as the journal has it. */
function told({ action, operation, venue, market, side, quantity, price, pnl }: GuardedAction): DocObject {
  return { action, operation, venue, market, side, quantity, price, pnl };
}

/** What judges may ask, on either connection; each figure is read when it is first asked for. */
export function guardFigures(
  db: Db,
): (
  agent_id: string,
  market: string,
  now_us: number,
  operation_key: string,
  known?: KnownSession,
) => Figures {
  const sessions = sessionReads(db);
  const inFlight = exposureReads(db);
  const available = availableReads(db);
  const counts = countReads(db);
  return (agent_id, market, now_us, operation_key, known) => {
    const session = once(() => known?.session ?? sessions.open(agent_id, now_us));
    const last = once(() => (known === undefined ? sessions.last(agent_id, now_us) : lastOf(known.session)));
    return {
      now_us,
      session,
      last,
      lostElsewhere: once(() => {
        const session = last();
        return session === undefined ? '0' : sessions.lostElsewhere(agent_id, session, now_us);
      }),
      position: once(() => {
        if (known !== undefined) return known.position;
        return market === '' || session() === undefined ? undefined : sessions.position(agent_id, market);
      }),
      inFlight: once(() => inFlight(agent_id, market, operation_key)),
      available: (account, asset) => available(agent_id, account, asset, now_us),
      counted: (counter, window_us) => counts.within(counter, agent_id, window_us, now_us),
      countedAt: (counter, count) => counts.timeOf(counter, agent_id, count),
    };
  };
}

/** An open session is its agent's last one. */
function lastOf(session: SessionNow): LastSession {
  const { position, asset, state, day_pnl, consecutive_losses, last_loss_us } = session;
  const stop = stopOf({ state, state_before: '' });
  return { position, asset, day_pnl, consecutive_losses, last_loss_us, stop };
}

function once<T>(look: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: look() };
    return found.value;
  };
}

/** The refusal, with the figures of the first denial. @param denials at least one. */
function guardDenied(denials: readonly GuardVerdictView[], now_us: number): HoldfastError {
  const spelled = denials.slice(0, MAX_SPELLED).map(({ guard, message }) => `${guard}: ${message}`);
  const more = denials.length > MAX_SPELLED ? `; and ${denials.length - MAX_SPELLED} more` : '';
  const [first] = denials;
  const retry_after_ms = retryAfterMs(
    denials.map(({ retry_us }) => retry_us),
    now_us,
  );
  return new HoldfastError('GUARD_DENIED', `denied by ${spelled.join('; ')}${more}`, {
    ...(first !== undefined && { metadata: denialMetadata(first) }),
    ...(retry_after_ms !== null && { retry_after_ms }),
  });
}

/** When the last denial that time decides may pass; null when another one stands whatever the time. */
export function retryAfterMs(retries: readonly (number | null)[], now_us: number): number | null {
  let latest_us = now_us;
  for (const retry_us of retries) {
    if (retry_us === null) return null;
    latest_us = Math.max(latest_us, retry_us);
  }
  return Math.ceil((latest_us - now_us) / 1000);
}

export function denialMetadata({ guard, kind, limit, actual }: GuardVerdictView): Record<string, string> {
  return { guard, kind, limit, actual };
}
