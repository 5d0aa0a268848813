import { resolve } from 'node:path';
import { prepareApart } from '../../engine/stored/prepare-apart';
import { programFolder } from '../../store/program-folder';
import { type Catalogue, makeCatalogue } from './catalogue';
import { dataFolder } from './data-folder';
import { diskStore } from './disk-store';

/** The folder of the store: `ANNALS_STORE`, or `.annals` where the server was started. */
export function storeFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), process.env.ANNALS_STORE || '.annals');
}

const held = globalThis as typeof globalThis & { annalsCatalogue?: Catalogue };

/**
 * The catalogue of this process: the store at `ANNALS_STORE` (`.annals`) and the packages at `ANNALS_DATA`.
 * Kept on the global object, for Next loads modules anew for pages, routes and every change in development.
 */
export function catalogue(): Catalogue {
  held.annalsCatalogue ??= makeCatalogue(
    diskStore(storeFolder(), {
      prepare: prepareApart(resolve(/* turbopackIgnore: true */ programFolder(), 'bin')),
    }),
    dataFolder(process.env),
    (line) => console.log(`annals: ${line}`),
  );
  return held.annalsCatalogue;
}

/** Says that a dataset may have another revision, so that it is made ready before a reader comes. */
export function noticePublication(id: string): void {
  void held.annalsCatalogue?.find(id).catch(() => undefined);
}
