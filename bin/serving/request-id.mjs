import { randomUUID } from 'node:crypto';

/**
 * The id of a request: what a proxy gave it in `x-request-id`, where that is a plain word, else a new one. What is not plain
 * could forge lines of a log or fill it.
 */
export function requestId(given) {
  return typeof given === 'string' && /^[\w.:=+/-]{1,128}$/.test(given) ? given : randomUUID();
}
