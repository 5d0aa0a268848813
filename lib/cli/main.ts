import { parseArgs } from 'node:util';
import type { Command, CommandContext, Values } from './commands/command';
import { CommandError, EXIT, type ExitCode, usageError } from './terminal/exit';
import { helpOf, overview } from './terminal/help';
import { processTerminal, type Terminal } from './terminal/terminal';

/** Commands are loaded when they are asked for, so that a small one starts at once. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import-command')).importCommand,
  check: async () => (await import('./commands/check-command')).checkCommand,
  datasets: async () => (await import('./commands/datasets-command')).datasetsCommand,
  revisions: async () => (await import('./commands/revisions-command')).revisionsCommand,
  export: async () => (await import('./commands/export-command')).exportCommand,
  remove: async () => (await import('./commands/remove-command')).removeCommand,
  prune: async () => (await import('./commands/prune-command')).pruneCommand,
  verify: async () => (await import('./commands/verify-command')).verifyCommand,
  repair: async () => (await import('./commands/repair-command')).repairCommand,
  backup: async () => (await import('./commands/backup-command')).backupCommand,
  restore: async () => (await import('./commands/backup-command')).restoreCommand,
  serve: async () => (await import('./commands/serve-command')).serveCommand,
  open: async () => (await import('./commands/serve-command')).openCommand,
  gc: async () => (await import('./commands/prune-command')).gcCommand,
};

async function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}

function parse(command: Command, args: readonly string[]): { words: readonly string[]; values: Values } {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { words: positionals, values: values as Values };
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

async function runCommand(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    context.terminal.out(overview(await allCommands()));
    return EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load)
    throw usageError(`There is no command “${name}”. Commands: ${Object.keys(COMMANDS).join(', ')}.`);
  const command = await load();
  const { words, values } = parse(command, rest);
  if (values.help) {
    context.terminal.out(helpOf(command));
    return EXIT.done;
  }
  const [least, most] = command.words;
  if (words.length < least || words.length > most) throw usageError(`Usage: annals ${command.usage}`);
  return command.run(words, values, context);
}

/** What went wrong, on `err` in words and, where `--json` was asked for, as one line on `out`. */
function tell(error: unknown, args: readonly string[], terminal: Terminal): ExitCode {
  const known = error instanceof CommandError ? error : null;
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(`annals: ${message}`);
  const { exit = EXIT.unexpected, code = 'unexpected', report = {} } = known ?? {};
  if (args.includes('--json')) {
    const { dataset = null, ...more } = report;
    terminal.out(JSON.stringify({ dataset, error: { code, message, ...more } }));
  }
  if (!known && process.env.ANNALS_DEBUG && error instanceof Error) terminal.err(error.stack ?? '');
  return exit;
}

async function noServer(): Promise<void> {
  throw usageError('This command line cannot serve the app.');
}

/**
 * Runs a command line (without the program's own name) and gives its exit code. Ctrl-C stops it cleanly. Revisions are
 * prepared by `prepareRevision`; unless it is given, by who opens them first. `serve` serves the app.
 */
export async function main(
  args: readonly string[],
  terminal = processTerminal(),
  env: CommandContext['env'] = process.env,
  prepareRevision: CommandContext['prepareRevision'] = async () => {},
  serve: CommandContext['serve'] = noServer,
): Promise<ExitCode> {
  const stop = new AbortController();
  const interrupt = () => stop.abort(new CommandError(EXIT.interrupted, 'interrupted', 'Interrupted.'));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
  try {
    const context = { terminal, env, signal: stop.signal, now: () => new Date(), prepareRevision, serve };
    return await runCommand(args, context);
  } catch (error) {
    return tell(stop.signal.aborted ? stop.signal.reason : error, args, terminal);
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt);
  }
}
