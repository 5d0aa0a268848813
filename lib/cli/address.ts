import type { Surroundings } from './command';

/** Where a dataset is found: its path, and the whole address of the copy of the app that this environment starts. */
export interface DatasetAddress {
  readonly address: string;
  readonly url: string;
}

/** By `ANNALS_ORIGIN`, else by `PORT` on this machine, where `npm start` serves the app. */
export function addressOf(dataset: string, env: Surroundings['env']): DatasetAddress {
  const origin = env.ANNALS_ORIGIN?.replace(/\/+$/, '') || `http://localhost:${env.PORT || 3000}`;
  const address = `/${dataset}`;
  return { address, url: `${origin}${address}` };
}
