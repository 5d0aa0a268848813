import { resolve } from 'node:path';

/** The folder of the store: `ANNALS_STORE`, or `.annals` where the server was started. */
export function storeFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), process.env.ANNALS_STORE || '.annals');
}
