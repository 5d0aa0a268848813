import type { RestAnswer } from '../../lib/query/plan/answers';
import type { BinsResult } from '../../lib/query/result';
import type { ActivityInput } from '../../lib/render/activity/data';
import type {
  Actor,
  ActorId,
  Annotation,
  CoverageNote,
  DatasetId,
  SeriesGuide,
} from '../../lib/series/model';
import { type Day, toDay } from '../../lib/time/day';
import { parseEventDate } from '../../lib/time/edtf';
import { defaultView } from '../../lib/view/keys';
import type { View } from '../../lib/view/view';

/** For tests: a bin written as `2024-03 iskp 1 2 3` (month, group or `-`, low, best, high; `?` is not reported). */
export function binsOf(...lines: readonly string[]): BinsResult {
  return {
    bins: lines.map((line) => {
      const [month = '', group = '', ...figures] = line.split(' ');
      const [year, number] = month.split('-').map(Number);
      const [low = null, best = null, high = null] = figures.map((text) =>
        text === '?' ? null : Number(text),
      );
      return {
        start: toDay(year ?? 0, number ?? 1, 1),
        series: group === '-' ? null : group,
        low,
        best,
        high,
        basis: null,
      };
    }),
  };
}

function actor(id: string, shortName: string): Actor {
  return {
    id: id as ActorId,
    name: shortName,
    shortName,
    aliases: [],
    kind: null,
    ideology: null,
    activeFrom: null,
    activeTo: null,
    homeBase: null,
    notes: null,
    sources: [],
  };
}

function annotation(id: string, edtf: string, label: string): Annotation {
  const parsed = parseEventDate(edtf);
  if (parsed.kind !== 'date') throw new Error(parsed.reason);
  return { id, date: parsed.date, label, text: label, sources: [] };
}

const GAP: CoverageNote = {
  id: 'gap',
  from: toDay(2024, 2, 1),
  to: toDay(2024, 2, 29),
  kind: 'gap',
  actors: [],
  types: [],
  text: 'Nobody read the papers in February.',
};

const GUIDE: SeriesGuide = {
  meta: {
    id: 'sample' as DatasetId,
    title: 'Sample',
    description: '',
    publisher: '',
    licence: { name: '', url: null },
    noun: { one: 'attack', many: 'attacks' },
    coverage: { from: toDay(2024, 1, 10), to: toDay(2024, 6, 20), places: '', note: null },
    provenance: [],
    codebook: [],
  },
  fields: [],
  actors: [
    actor('is', 'IS'),
    actor('iskp', 'ISKP'),
    ...[3, 4, 5, 6, 7, 8, 9, 10].map((n) => actor(`a${n}`, `A${n}`)),
  ],
  actorRelations: [],
  types: [],
  regions: [],
  coverageNotes: [GAP],
  annotations: [annotation('a', '2024-03-22', 'Crocus attack')],
  referenceCounts: [],
  namedViews: [],
};

/** For tests: December 2023 to July 2024 in months; 10 January to 20 June are covered, February is a gap. */
export function sampleInput(
  change: Partial<View>,
  activity: BinsResult,
  activityTotal: BinsResult,
  window: { readonly from: Day; readonly to: Day } = { from: toDay(2023, 12, 15), to: toDay(2024, 7, 31) },
  activityRest: RestAnswer | null = null,
  coverageNotes: readonly CoverageNote[] = GUIDE.coverageNotes,
): ActivityInput & { readonly view: View } {
  return {
    info: {
      guide: { ...GUIDE, coverageNotes },
      ranking: {
        actor: ['is', 'iskp', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10'],
        type: [],
        region: [],
      },
    },
    view: { ...defaultView('sample' as DatasetId), ...change },
    window: { ...window, bin: 'month', coarsened: false },
    answers: { activity, activityRest, activityTotal, days: null },
    late: null,
  };
}
