import { textOf } from '../../query/changes/incident-fields';
import type { SeriesGuide } from '../../series/model';

const GUIDE_PARTS = {
  meta: 'description, licence or coverage',
  fields: 'fields',
  actors: 'actors',
  actorRelations: 'relations between actors',
  types: 'types',
  regions: 'regions',
  coverageNotes: 'coverage notes',
  annotations: 'dated context',
  referenceCounts: 'published counts',
  namedViews: 'named views',
  denominators: 'numbers of people',
  areas: 'outlines of regions',
} as const satisfies Record<keyof SeriesGuide, string>;

/** The parts of a series beside its incidents that differ, by name. */
export function guideChanges(before: SeriesGuide, after: SeriesGuide): readonly string[] {
  const parts = Object.keys(GUIDE_PARTS) as (keyof SeriesGuide)[];
  return parts
    .filter((part) => textOf(before[part]) !== textOf(after[part]))
    .map((part) => GUIDE_PARTS[part]);
}
