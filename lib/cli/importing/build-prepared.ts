import type { Built, ImportSink, MetaSeed } from '../../importers/build/sink';
import { type ImportOptions, runImport } from '../../importers/run/import-file';
import type { Mapping } from '../../mapping/mapping';
import { byOutlines, pointRegions } from './point-regions';
import type { Prepared } from './prepare';

/** A title that was asked for goes before the one that the mapping has: that of the seed counts where it has none. */
function untitled(mapping: Mapping): Mapping {
  return { ...mapping, meta: { ...mapping.meta, title: null } };
}

function titled(built: Built, title: string): Built {
  return { ...built, rest: { ...built.rest, meta: { ...built.rest.meta, title } } };
}

/** Passes everything of a prepared file into a sink. `title` goes before what the file or the mapping says; null does not. */
export async function buildPrepared(
  prepared: Prepared,
  seed: MetaSeed,
  title: string | null,
  sink: ImportSink,
  options: ImportOptions,
): Promise<Built> {
  if (prepared.kind === 'package') {
    const built = await runImport(prepared, null, seed, sink, options);
    return title === null ? built : titled(built, title);
  }
  const { examined, mapping } = prepared;
  const chosen = title === null ? mapping : untitled(mapping);
  return runImport(examined, chosen, seed, sink, {
    ...options,
    outlines: pointRegions,
    seemsExchanged: byOutlines(),
  });
}
