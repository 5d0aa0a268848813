import type { Mapping } from '../../mapping/mapping';
import type { Coverage, Licence, SeriesMeta } from '../../series/model';
import { IMPORT_TEXTS, NOT_STATED } from '../../series/stated';
import type { Day } from '../../time/day';
import { codebookOf } from './codebook';
import type { MetaSeed } from './sink';

const DEFAULT_NOUN = { one: 'incident', many: 'incidents' };

function licenceOf(licence: Mapping['meta']['licence']): Licence {
  if (licence === null) return { name: NOT_STATED, url: null };
  const { name, url, closed } = licence;
  return { name, url, ...(closed === null ? {} : { closed }) };
}

/** How an incident is called in sentences. */
export function nounOf(mapping: Mapping): SeriesMeta['noun'] {
  return mapping.meta.noun ?? DEFAULT_NOUN;
}

/** What an incident is called of which nothing is known. */
export function fallbackTitle(mapping: Mapping): string {
  const { one } = nounOf(mapping);
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** A file does not say what its coder watched: the span of its incidents stands for that, with a note that it does. */
function coverageOf(mapping: Mapping, first: Day | null, last: Day | null): Coverage {
  const note = first === null ? IMPORT_TEXTS.noKnownDay : IMPORT_TEXTS.spanOfIncidents;
  const places = mapping.meta.places ?? NOT_STATED;
  return { from: first ?? (0 as Day), to: last ?? first ?? (0 as Day), places, note };
}

/**
 * What the series says of itself. Nothing of the file's name, format or time is in it, so that the same rows and the
 * same mapping make the same revision.
 */
export function metaOf(mapping: Mapping, seed: MetaSeed, first: Day | null, last: Day | null): SeriesMeta {
  const { title, description, publisher, licence } = mapping.meta;
  return {
    id: seed.id,
    title: title ?? seed.title,
    description: description ?? `${NOT_STATED}.`,
    publisher: publisher ?? NOT_STATED,
    licence: licenceOf(licence),
    noun: nounOf(mapping),
    coverage: coverageOf(mapping, first, last),
    provenance: [mapping.row === 'claim' ? IMPORT_TEXTS.rowIsClaim : IMPORT_TEXTS.rowIsIncident],
    codebook: codebookOf(mapping),
  };
}
