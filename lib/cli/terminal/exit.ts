/** What a command ends with. Scripts depend on these; they stand in `--help` and in docs/cli.md. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  refused: 3,
  unsettled: 4,
  unusable: 5,
  damaged: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The words of `--help` for each. */
export const EXIT_WORDS: Readonly<Record<ExitCode, string>> = {
  0: 'done',
  1: 'something unexpected broke, such as a full disk or a damaged store',
  2: 'the command was not understood: an option, a file or an id is wrong',
  3: 'refused: the file holds no series of events; the reasons are listed',
  4: 'something must be told first; the questions are listed with the --answer to each',
  5: 'every row is a problem, so nothing was imported',
  6: 'the store is damaged, and what is damaged is listed',
  130: 'interrupted; nothing was left behind',
};

/** A command that cannot go on. `report` is what `--json` prints of it, where there is more than a code and a message. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly exit: ExitCode,
    readonly code: string,
    message: string,
    readonly report: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** A command line that was not understood. */
export function usageError(message: string, code = 'usage'): CommandError {
  return new CommandError(EXIT.usage, code, message);
}
