#!/usr/bin/env node
/** `annals <command>` of the package, with threads enough to serve: see start.cjs. */
process.env.UV_THREADPOOL_SIZE ??= '16';
import('./annals.mjs');
