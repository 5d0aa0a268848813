/** `npm start`: installs, builds what has changed, serves, and says where. */
import { buildIfNeeded } from './build.mjs';
import { fail, say } from './child.mjs';
import { checkNode, installIfNeeded } from './install.mjs';
import { addressOf, answering, checkFree, place, publishingWords, serve } from './serve.mjs';

checkNode();
const at = place();
await checkFree(at);
await installIfNeeded();
if (!(await buildIfNeeded())) fail('the build has failed.');
serve('start', at);
await answering(at);
say(`ready at ${addressOf(at)}`);
say(publishingWords(at));
