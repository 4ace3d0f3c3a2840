/** Help texts and shell completion, from the same declarations that parse the command line. */
import type { Command, Option } from './command.js';

export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  address: {
    value: 'ADDRESS',
    help: 'unix:PATH or HOST:PORT of the daemon (HOLDFAST_ADDRESS) [the socket in the state folder]',
  },
  'state-dir': { value: 'DIR', help: 'the state folder (HOLDFAST_STATE_DIR) [~/.local/state/holdfast]' },
  'token-file': { value: 'FILE', help: 'holds the token to show the daemon [HOLDFAST_TOKEN]' },
  agent: { value: 'ID', help: 'the agent to act for (HOLDFAST_AGENT)' },
  json: { help: 'JSON instead of tables; errors too, on standard error' },
  help: { help: 'this text' },
  version: { help: 'the version' },
};

const EXIT_CODES = `Exit codes: 0 done; 1 refused (reason, message and field on standard error); 2 wrong usage or configuration;
3 the daemon cannot be reached; 4 a verification found something wrong.`;

function describe(options: Readonly<Record<string, Option>>): string {
  const entries = Object.entries(options).map(([name, { value, help, multiple }]) => {
    const flag = value === undefined ? `--${name}` : `--${name} ${value}`;
    return [flag, multiple ? `${help}; may be repeated` : help] as const;
  });
  const width = Math.max(...entries.map(([flag]) => flag.length));
  return entries.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`).join('\n');
}

export function usageLine(command: Command): string {
  const args = (command.args ?? []).map(({ name, optional, rest }) => {
    const shown = rest ? `${name}...` : name;
    return optional ? `[${shown}]` : shown;
  });
  const options = command.options === undefined ? [] : ['[options]'];
  return ['holdfast', command.name, ...args, ...options].join(' ');
}

export function commandHelp(command: Command): string {
  const parts = [`${command.summary}\n\nUsage: ${usageLine(command)}`];
  if (command.details !== undefined) parts.push(command.details);
  if (command.args !== undefined) {
    const width = Math.max(...command.args.map(({ name }) => name.length));
    parts.push(
      `Arguments:\n${command.args.map(({ name, help }) => `  ${name.padEnd(width)}  ${help}`).join('\n')}`,
    );
  }
  if (command.options !== undefined) parts.push(`Options:\n${describe(command.options)}`);
  parts.push(`Global options:\n${describe(GLOBAL_OPTIONS)}`);
  const title = command.examples.length === 1 ? 'Example' : 'Examples';
  parts.push(`${title}:\n${command.examples.map((line) => `  ${line}`).join('\n')}`, EXIT_CODES);
  return parts.join('\n\n');
}

function list(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
}

export function groupHelp(group: string, commands: readonly Command[]): string {
  return `Usage: holdfast ${group} COMMAND\n\n${list(commands)}\n\nholdfast ${group} COMMAND --help says more.`;
}

export function overview(version: string, commands: readonly Command[]): string {
  return `holdfast ${version}: the command line of the state daemon for trading agents

Usage: holdfast [global options] COMMAND [arguments]

Commands:
${list(commands)}

Global options:
${describe(GLOBAL_OPTIONS)}

Examples:
  holdfast status
  holdfast --agent alpha ledger balances

${EXIT_CODES}`;
}

/** A completion script for bash: the commands' words, then the options of the command that they name. */
export function bashCompletion(commands: readonly Command[]): string {
  const firsts = new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''));
  const groups = [...firsts].filter((first) => commands.some(({ name }) => name.startsWith(`${first} `)));
  const seconds = (group: string): string =>
    commands
      .filter(({ name }) => name.startsWith(`${group} `))
      .map(({ name }) => name.slice(group.length + 1))
      .join(' ');
  const options = (command: Command): string =>
    [...Object.keys(command.options ?? {}), ...Object.keys(GLOBAL_OPTIONS)]
      .map((name) => `--${name}`)
      .join(' ');
  return `_holdfast() {
  local words
  case "\${COMP_WORDS[*]:1:COMP_CWORD-1} " in
${commands.map((command) => `    '${command.name} '*) words='${options(command)}' ;;`).join('\n')}
${groups.map((group) => `    '${group} '*) words='${seconds(group)}' ;;`).join('\n')}
    *) words='${[...firsts].join(' ')}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _holdfast holdfast`;
}
