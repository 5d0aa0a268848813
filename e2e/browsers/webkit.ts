import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { type Browser, isExecutable } from './firefox';
import { keyActions } from './key-actions';

/** Where Debian puts the browser that WebKitWebDriver drives. */
const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
];
const PATIENCE_MS = 30_000;
const WINDOW_HEIGHT = 900;

/** The driver of WebKitGTK and its browser; null where one of them, or a display for it, is not there. */
export function findWebKit(): { readonly driver: string; readonly browser: string } | null {
  const { PATH = '', DISPLAY, WAYLAND_DISPLAY } = process.env;
  const driver = PATH.split(delimiter)
    .map((folder) => join(folder, 'WebKitWebDriver'))
    .find(isExecutable);
  const browser = MINI_BROWSERS.find(isExecutable);
  if (driver === undefined || browser === undefined) return null;
  return DISPLAY || WAYLAND_DISPLAY ? { driver, browser } : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Sends a command of WebDriver; https://www.w3.org/TR/webdriver2/ */
async function send(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(base + path, init);
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${path}: ${value.error ?? response.status} ${value.message ?? ''}`);
  return value;
}

async function untilReady(base: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const ready = await send(base, 'GET', '/status').catch(() => null);
    if (ready !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('WebKitWebDriver did not start.');
}

/** Starts a WebKitGTK. */
export async function startWebKit(found: NonNullable<ReturnType<typeof findWebKit>>): Promise<Browser> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const driver = spawn(found.driver, [`--port=${port}`], { stdio: 'ignore' });
  await untilReady(base);
  const options = { binary: found.browser, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = (await send(base, 'POST', '/session', { capabilities })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const post = (path: string, body: object) => send(base, 'POST', session + path, body);
  return {
    async open(url, width) {
      await post('/window/rect', { width, height: WINDOW_HEIGHT });
      await post('/url', { url });
    },
    evaluate: (script) => post('/execute/sync', { script, args: [] }),
    async click(value) {
      const element = (await post('/element', { using: 'xpath', value })) as object;
      const script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
      await post('/execute/sync', { script, args: [element] });
      await post(`/element/${Object.values(element)[0]}/click`, {});
    },
    async press(keys) {
      await post('/actions', { actions: [keyActions(keys)] });
    },
    async close() {
      await send(base, 'DELETE', session).catch(() => undefined);
      driver.kill();
    },
  };
}
