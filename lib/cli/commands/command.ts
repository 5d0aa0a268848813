import type { ParseArgsConfig } from 'node:util';
import type { PrepareRevision } from '../../engine/stored/prepare-apart';
import type { ExitCode } from '../terminal/exit';
import type { Terminal } from '../terminal/terminal';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts where the command is interrupted. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Makes what stands beside a revision, so that nobody who opens it has to wait. Throws where it cannot be made. */
  readonly prepareRevision: PrepareRevision;
  /** Serves the app until it is told to stop, and prints the address of a path of it. */
  readonly serve: (path: string) => Promise<void>;
}

/** The options of a command line as `parseArgs` gives them. */
export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** A command: what it takes, how it is explained, what it does. Throws a CommandError where it cannot. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The least and the most words beside options. */
  readonly words: readonly [least: number, most: number];
  run(words: readonly string[], values: Values, context: CommandContext): Promise<ExitCode>;
}

/** The text of an option; null where it was not given. */
export function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** The texts of an option that may stand several times. */
export function textsOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}
