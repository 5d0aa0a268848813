import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { basePath, fail } from '../child.mjs';
import { stopOnSignal } from './graceful-stop.mjs';
import { httpServer } from './http-server.mjs';
import { isStructured, structureConsole } from './log.mjs';
import { outlastErrors } from './outlast-errors.mjs';

/** By how much memory may grow over what is in use before what is not is given back, in per cent. */
const GROWTH = 50;

/**
 * Pages leave much behind that nobody needs, and V8 lets that grow to a multiple of what is in use where a machine has
 * memory to spare. Others want it too.
 */
function giveMemoryBack() {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/** Gives back what the app holds open. */
async function closeApp(app) {
  await globalThis.annalsCatalogue?.close();
  await app.close();
}

/** Ends the program where the build is for another path than the one that is set. */
function checkBasePath(dir) {
  const { basePath: built } = JSON.parse(readFileSync(join(dir, '.next', 'routes-manifest.json'), 'utf8'));
  if (built === basePath()) return;
  fail(`this build lies below “${built || '/'}”. ANNALS_BASE_PATH takes effect where the app is built.`);
}

/** Serves the build in `dir` from this process, until it is told to stop. Resolves when it listens. */
export async function serveBuilt({ host, port }, dir) {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  checkBasePath(dir);
  const structured = isStructured();
  if (structured) structureConsole();
  outlastErrors();
  giveMemoryBack();
  const { default: next } = await import('next');
  let handle = null;
  const server = httpServer((request, response) => handle(request, response), {
    base: basePath(),
    metrics: process.env.ANNALS_METRICS === '1',
    log: structured ? (line) => process.stdout.write(line) : null,
  });
  const app = next({ dev: false, dir, hostname: host, port, httpServer: server });
  stopOnSignal(server, () => closeApp(app));
  await app.prepare();
  handle = app.getRequestHandler();
  server.listen(port, host);
  await once(server, 'listening');
}
