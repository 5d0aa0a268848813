/**
 * `npm start`. DuckDB and the file system share the threads of Node's pool: four, so that two large series would keep every
 * other reader waiting. More are had only by a setting from before the first is used, and modules are loaded by them: so
 * this is none.
 */
process.env.UV_THREADPOOL_SIZE ??= '16';
import('./start.mjs');
