import { format } from 'node:util';

/**
 * Whether lines are JSON, and requests are logged: as `ANNALS_LOG` says (`json` or `text`), else where standard output is no
 * terminal.
 */
export function isStructured(env = process.env, terminal = process.stdout.isTTY === true) {
  return env.ANNALS_LOG === 'json' || (env.ANNALS_LOG !== 'text' && !terminal);
}

/** One line of a log: when, how grave, and what there is to say. A line feed in any of it is escaped. */
export function logLine(level, fields, time = new Date()) {
  return `${JSON.stringify({ time: time.toISOString(), level, ...fields })}\n`;
}

function textOf(args) {
  const [first] = args;
  if (args.length === 1 && first instanceof Error) return first.stack ?? first.message;
  return format(...args).replace(/^annals: /, '');
}

/** Makes everything that this process says a line of JSON. */
export function structureConsole(write = (line) => process.stdout.write(line)) {
  const say =
    (level) =>
    (...args) =>
      write(logLine(level, { event: 'message', message: textOf(args) }));
  Object.assign(console, { log: say('info'), info: say('info'), warn: say('warn'), error: say('error') });
}
