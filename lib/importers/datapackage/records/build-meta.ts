import type { DatasetId, SeriesMeta } from '../../../series/model';
import { type Day, parseDay } from '../../../time/day';
import type { Descriptor } from '../descriptor';

/** The descriptor's schema has checked that the day exists. */
function knownDay(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`unchecked day ${text}`);
  return day;
}

/** What the descriptor says of the series as a whole. The codebook has one entry for each described field. */
export function buildMeta(id: DatasetId, descriptor: Descriptor): SeriesMeta {
  const { title, description, licenses, resources, annals } = descriptor;
  const { from, to, places, note } = annals.coverage;
  const [licence] = licenses;
  return {
    id,
    title,
    description,
    publisher: annals.publisher,
    licence: {
      name: licence?.name ?? '',
      url: licence?.path ?? null,
      ...(annals.closed === undefined ? {} : { closed: annals.closed }),
    },
    noun: annals.noun,
    coverage: { from: knownDay(from), to: knownDay(to), places, note },
    ...(annals.sourcesUntil === undefined ? {} : { sourcesUntil: annals.sourcesUntil }),
    provenance: annals.provenance,
    codebook:
      annals.codebook ??
      resources.flatMap(({ name, schema }) =>
        schema.fields.flatMap((field) =>
          field.description ? [{ field: `${name}.${field.name}`, meaning: field.description }] : [],
        ),
      ),
  };
}
