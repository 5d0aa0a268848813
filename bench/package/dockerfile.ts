/** An instruction of a Dockerfile: its word, and what follows, in one line. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile. Comments are left out, also those between the lines of one instruction. */
export function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  const whole = lines.join('\n').replace(/\\\n\s*/g, '');
  return whole.split('\n').map((line) => {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return { word, rest };
  });
}

/** The command of `CMD` or of a health check, which stands there as JSON. */
export function commandIn(text: string): string[] {
  return JSON.parse(text.slice(text.indexOf('[')));
}
