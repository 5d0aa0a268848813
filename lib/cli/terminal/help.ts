import { DEFAULT_LIMITS } from '../../formats/limits';
import type { Command } from '../commands/command';
import { variableOf } from '../importing/limit-options';
import { EXIT_WORDS } from './exit';

/** What one command takes and does. */
export function helpOf({ usage, summary, details }: Command): string {
  const more = details.length > 0 ? `\n\n${details.map((line) => `  ${line}`).join('\n')}` : '';
  return `annals ${usage}\n\n${summary}${more}`;
}

/** All commands, settings and exit codes. */
export function overview(commands: readonly Command[]): string {
  const limits = Object.entries(DEFAULT_LIMITS).map(
    ([name, value]) => `  ${variableOf(name).padEnd(34)}${name}=${value}`,
  );
  const codes = Object.entries(EXIT_WORDS).map(([code, words]) => `  ${code.padStart(3)}  ${words}`);
  return [
    'Usage: annals <command> …, in a clone npm run annals -- <command> …      (annals <command> --help says more)',
    '',
    ...commands.map(({ usage, summary }) => `  annals ${usage}\n      ${summary}`),
    '',
    'Settings',
    '  ANNALS_STORE                      the folder of the store (.annals)',
    '',
    'Limits of an import: by variable, or with --limit name=value; their defaults:',
    ...limits,
    '',
    'Exit codes',
    ...codes,
  ].join('\n');
}
