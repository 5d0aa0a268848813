/** Where a command talks: answers on `out`, everything else on `err`. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Bytes of an answer that is a file; resolves when more can be taken. */
  write(chunk: Uint8Array): Promise<void>;
  /** Whether somebody sits there who can be asked. */
  readonly canAsk: boolean;
  /** Whether `err` is a screen, on which a bar can be redrawn. */
  readonly isScreen: boolean;
  readonly isOutScreen: boolean;
}

/** A text without control characters: those of a file would move the cursor of a screen, or worse. Tabs and line breaks stay. */
export function harmless(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
}

/** The terminal of this process. A reader that has gone away, such as `head`, ends it quietly. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (line) => void stdout.write(`${harmless(line)}\n`),
    err: (line) => void stderr.write(`${harmless(line)}\n`),
    write: (chunk) =>
      new Promise((resolve) => {
        if (stdout.write(chunk)) resolve();
        else stdout.once('drain', resolve);
      }),
    canAsk: Boolean(stdin.isTTY && stderr.isTTY),
    isScreen: Boolean(stderr.isTTY),
    isOutScreen: Boolean(stdout.isTTY),
  };
}
