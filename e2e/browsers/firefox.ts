import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { keyActions } from './key-actions';

/** A browser of the system, which Playwright does not drive. */
export interface Browser {
  /** Opens an address in a window of that many pixels and waits until it is loaded. */
  open(address: string, width: number): Promise<void>;
  /** What a script returns in the page; its text is the body of a function. */
  evaluate(script: string): Promise<unknown>;
  /** Clicks, as a pointer does, in the middle of what an XPath finds first. */
  click(xpath: string): Promise<void>;
  /** Presses keys one after the other, as WebDriver writes them. */
  press(keys: string): Promise<void>;
  close(): Promise<void>;
}

const NAMES = ['firefox-esr', 'firefox'];
/** A free port, and styles for its own window. */
const PREFERENCES = `user_pref("marionette.port", 0);
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
`;
/** Toolbars keep a window as wide as a tablet; a phone is narrower. */
const NARROW_CHROME = '* { min-width: 0 !important; }\n';
/** How long it may take to start. */
const PATIENCE_MS = 30_000;
const WINDOW_HEIGHT = 900;

/** Whether a file is there that can be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Firefox, which can print besides. */
export interface Firefox extends Browser {
  /** The page as a PDF on A4, as its dialog for printing makes it. */
  print(): Promise<Buffer>;
}

/** The path of a Firefox: the one that FIREFOX_PATH names, or one of the system; null where none is installed. */
export function findFirefox(): string | null {
  const { FIREFOX_PATH: named, PATH = '' } = process.env;
  if (named) return isExecutable(named) ? named : null;
  const paths = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

/** The port that Firefox writes into its profile once it listens. */
async function portOf(profile: string, process: ChildProcess): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && process.exitCode === null) {
    const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (/^\d+$/.test(text.trim())) return Number(text);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Firefox did not start.');
}

/** The messages of Marionette: `<bytes>:<JSON>`, one after the other. */
async function* messagesOf(socket: Socket): AsyncGenerator<unknown> {
  let rest = Buffer.alloc(0);
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (;;) {
      const colon = rest.indexOf(':');
      const length = colon < 0 ? Number.NaN : Number(rest.subarray(0, colon).toString());
      const end = colon + 1 + length;
      if (!(rest.length >= end)) break;
      yield JSON.parse(rest.subarray(colon + 1, end).toString());
      rest = rest.subarray(end);
    }
  }
}

type Send = (command: string, parameters: object) => Promise<unknown>;

/** Sends commands one at a time: `[0, id, command, parameters]` is answered by `[1, id, error, result]`. */
function senderOf(socket: Socket): { readonly greeted: Promise<unknown>; readonly send: Send } {
  const messages = messagesOf(socket);
  let last = 0;
  const send: Send = async (command, parameters) => {
    last += 1;
    const text = JSON.stringify([0, last, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const { value } = await messages.next();
    const [, , error, result] = value as [number, number, { message: string } | null, unknown];
    if (error) throw new Error(`${command}: ${error.message}`);
    return result;
  };
  return { greeted: messages.next(), send };
}

/** Starts the Firefox at a path without a window, driven by its own Marionette protocol, with a profile of its own that goes with it. */
export async function startFirefox(path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'annals-firefox-'));
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  await mkdir(join(profile, 'chrome'));
  await writeFile(join(profile, 'chrome', 'userChrome.css'), NARROW_CHROME);
  const process = spawn(path, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
  });
  const socket = connect(await portOf(profile, process), '127.0.0.1');
  const { greeted, send } = senderOf(socket);
  await greeted;
  await send('WebDriver:NewSession', {});
  return {
    async open(address, width) {
      await send('WebDriver:SetWindowRect', { width, height: WINDOW_HEIGHT });
      await send('WebDriver:Navigate', { url: address });
    },
    async evaluate(script) {
      const result = await send('WebDriver:ExecuteScript', { script, args: [] });
      return (result as { value: unknown }).value;
    },
    async click(value) {
      const found = (await send('WebDriver:FindElement', { using: 'xpath', value })) as { value: object };
      const id = Object.values(found.value)[0];
      await send('WebDriver:ElementClick', { id });
    },
    async press(keys) {
      await send('WebDriver:PerformActions', { actions: [keyActions(keys)] });
    },
    async print() {
      const page = { width: 21, height: 29.7 };
      const result = await send('WebDriver:Print', { page, shrinkToFit: true });
      return Buffer.from((result as { value: string }).value, 'base64');
    },
    async close() {
      const ended = new Promise((resolve) => process.once('exit', resolve));
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => process.kill());
      await ended;
      socket.destroy();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
