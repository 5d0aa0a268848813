/** `npm run dev`: installs what is missing and serves with reloading. */
import { checkNode, installIfNeeded } from './install.mjs';
import { checkFree, place, serveSources } from './serve.mjs';

checkNode();
const at = place();
await checkFree(at);
await installIfNeeded();
serveSources(at);
