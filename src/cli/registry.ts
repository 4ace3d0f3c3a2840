/** Every command, in the order of the help. */
import { auditCommands } from './audit.js';
import { backup } from './backup.js';
import { backups } from './backups.js';
import { cacheCommands } from './cache.js';
import { chatCommands } from './chat.js';
import type { Command } from './command.js';
import { configCommands } from './config.js';
import { contextCommands } from './context.js';
import { demo } from './demo/demo.js';
import { doctor } from './doctor.js';
import { episodesCommands } from './episodes.js';
import { guardCommands } from './guards.js';
import { bashCompletion } from './help.js';
import { knowledgeCommands } from './knowledge.js';
import { ledgerCommands } from './ledger.js';
import { ledgerWriteCommands } from './ledger_writes.js';
import { limitsCommands } from './limits.js';
import { logLevel } from './log_level.js';
import { memoriesCommands } from './memories.js';
import { memoryStoreCommands } from './memory_stores.js';
import { mirrorCommands } from './mirror.js';
import { opsCommands } from './ops.js';
import { promptCommands } from './prompts.js';
import { restore } from './restore.js';
import { serve } from './serve.js';
import { sessionsCommands } from './sessions.js';
import { signalsCommands } from './signals.js';
import { signalsManageCommands } from './signals_manage.js';
import { stateCommands } from './state.js';
import { fields } from './state_fields.js';
import { status } from './status.js';
import { tail } from './tail.js';
import { tokensCommands } from './tokens.js';
import { vaultCommands } from './vault.js';
import { verify } from './verify.js';

const completion: Command = {
  name: 'completion',
  summary: 'print a completion script for bash',
  examples: ['source <(holdfast completion)'],
  run: async ({ out }) => {
    out.line(bashCompletion(COMMANDS));
  },
};

export const COMMANDS: readonly Command[] = [
  serve,
  status,
  doctor,
  ...configCommands,
  verify,
  backup,
  backups,
  restore,
  logLevel,
  tail,
  ...stateCommands,
  fields,
  ...ledgerCommands,
  ...ledgerWriteCommands,
  ...opsCommands,
  ...sessionsCommands,
  ...episodesCommands,
  ...promptCommands,
  ...guardCommands,
  ...contextCommands,
  ...knowledgeCommands,
  ...chatCommands,
  ...memoriesCommands,
  ...memoryStoreCommands,
  ...signalsCommands,
  ...signalsManageCommands,
  ...cacheCommands,
  ...vaultCommands,
  ...tokensCommands,
  ...limitsCommands,
  ...mirrorCommands,
  ...auditCommands,
  demo,
  completion,
];
