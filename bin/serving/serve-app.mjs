import { buildIfNeeded } from '../build.mjs';
import { fail, ROOT, say } from '../child.mjs';
import { installIfNeeded } from '../install.mjs';
import { hasSources } from '../program.mjs';
import { addressOf, answering, checkFree, place, publishingWords } from '../serve.mjs';

/** Serves the app and says where `path` of it is; in a clone what has changed is installed and built before. Never resolves. */
export async function serveApp(path) {
  const at = place();
  await checkFree(at);
  if (hasSources()) {
    await installIfNeeded();
    if (!(await buildIfNeeded())) fail('the build has failed.');
  }
  process.env.ANNALS_HOME ||= ROOT;
  // Only now, for it needs what was installed.
  const { serveBuilt } = await import('./serve-built.mjs');
  await serveBuilt(at, ROOT);
  await answering(at);
  say(`ready at ${addressOf(at)}${path}`);
  say(publishingWords(at));
  return new Promise(() => undefined);
}
