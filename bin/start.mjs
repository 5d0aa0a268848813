/** `npm start`: installs, builds what has changed, serves, and says where. */
import { ROOT } from './child.mjs';
import { checkNode } from './install.mjs';
import { serveApp } from './serving/serve-app.mjs';

checkNode();
process.chdir(ROOT);
await serveApp('');
