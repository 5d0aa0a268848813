/** `npm start`: installs, builds what has changed, serves, and says where. */
import { buildIfNeeded } from './build.mjs';
import { fail, ROOT, say } from './child.mjs';
import { checkNode, installIfNeeded } from './install.mjs';
import { addressOf, answering, checkFree, place, publishingWords } from './serve.mjs';

checkNode();
const at = place();
await checkFree(at);
await installIfNeeded();
if (!(await buildIfNeeded())) fail('the build has failed.');
process.chdir(ROOT);
// Only now, for it needs what was installed.
const { serveBuilt } = await import('./serving/serve-built.mjs');
await serveBuilt(at, ROOT);
await answering(at);
say(`ready at ${addressOf(at)}`);
say(publishingWords(at));
