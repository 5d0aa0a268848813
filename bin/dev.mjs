/** `npm run dev`: installs what is missing and serves with reloading. */
import { checkNode, installIfNeeded } from './install.mjs';
import { checkFree, place, serve } from './serve.mjs';

checkNode();
const at = place();
await checkFree(at);
await installIfNeeded();
serve('dev', at);
