import type { SeriesInfo } from '../../lib/query/info/series-info';
import { evaluate } from '../../lib/query/meaning/evaluate';
import { type Answers, answerPlan } from '../../lib/query/plan/answers';
import { planView } from '../../lib/query/plan/plan';
import { lanesOf } from '../../lib/render/timeline/lanes';
import { layTimeline } from '../../lib/render/timeline/laying';
import type { TimelineLayout } from '../../lib/render/timeline/layout';
import type { MarkLook } from '../../lib/render/timeline/marks/mark-shape';
import { NOT_REPORTED } from '../../lib/series/estimate';
import type {
  ActorId,
  Annotation,
  CoverageNote,
  Incident,
  IncidentId,
  Link,
  Series,
} from '../../lib/series/model';
import { UNSAID } from '../../lib/series/unsaid';
import { toDay } from '../../lib/time/day';
import { parseEventDate } from '../../lib/time/edtf';
import type { EventDate } from '../../lib/time/event-date';
import { parseView } from '../../lib/view/parse';
import { resolveWindow } from '../../lib/view/resolve';
import { STANDARD } from '../../lib/view/view';
import { everythingOffered } from '../series/everything-offered';
import { EXAMPLE_GUIDE } from '../series/example-guide';

/** For tests: a date that must be readable. */
export function sampleDate(edtf: string): EventDate {
  const parsed = parseEventDate(edtf);
  if (parsed.kind !== 'date') throw new Error(parsed.reason);
  return parsed.date;
}

/** For tests: a link written as `iskp claimed certain`, with `!` after the actor where it is disputed. */
function link(text: string): Link {
  const [actor = '', relation, certainty] = text.split(' ');
  return {
    actor: actor.replace('!', '') as ActorId,
    relation: relation as Link['relation'],
    certainty: certainty as Link['certainty'],
    claimant: null,
    disputedBy: actor.endsWith('!') ? ['the police'] : [],
    outlet: null,
    date: null,
    sources: [],
  };
}

/** For tests: an incident of a date, deaths (null is not reported) and links. */
export function sampleIncident(
  id: string,
  edtf: string,
  deaths: number | null,
  links: readonly string[],
): Incident {
  return {
    id: id as IncidentId,
    date: sampleDate(edtf),
    title: `Attack ${id}`,
    ...UNSAID,
    links: links.map(link),
    fatalities: deaths === null ? NOT_REPORTED : { low: deaths, best: deaths, high: deaths },
    initiator: 'non-state',
  };
}

/** The incident at a point of the first of the sample's countries. */
function placed(
  incident: Incident,
  lat: number,
  lon: number,
  precision: Incident['place']['precision'],
): Incident {
  return { ...incident, place: { ...incident.place, lat, lon, precision } };
}

const INCIDENTS = [
  placed(sampleIncident('claim', '2023-01-10', 0, ['iskp claimed certain']), 50, 10, 'town'),
  sampleIncident('large', '2023-03-22', 140, ['iskp claimed certain']),
  sampleIncident('beside', '2023-03-23', 3, ['iskp attributed probable']),
  placed(sampleIncident('disputed', '2023-06-01', 12, ['islamic-state! claimed certain']), 51, 11, 'region'),
  placed(
    sampleIncident('unreported', '2023-06-15', null, ['iscp claimed certain', 'atesh attributed certain']),
    ...([50, 10, 'town'] as const),
  ),
  sampleIncident('month', '2023-09~', 2, ['iscp attributed certain']),
  sampleIncident('days', '2023-04-01/2023-05-20', 5, ['atesh involved certain']),
  sampleIncident('open', '2023-10-01/', 1, ['gur suspected possible']),
  sampleIncident('nobody', '2023-02-14', 4, []),
  sampleIncident('before', '../2024', 4, []),
];

const NOTE: CoverageNote = {
  id: 'thin',
  from: toDay(2023, 7, 1),
  to: toDay(2023, 8, 31),
  kind: 'thin',
  actors: ['islamic-state' as ActorId],
  types: [],
  text: 'Claims were searched thinly in summer.',
};

function annotation(id: string, edtf: string, label: string): Annotation {
  return { id, date: sampleDate(edtf), label, text: label, sources: [] };
}

/** For tests: ten incidents of 2023, one of each difficulty, and one that has no place on an axis. */
export const SAMPLE_SERIES: Series = {
  ...EXAMPLE_GUIDE,
  coverageNotes: [NOTE],
  annotations: [
    annotation('law', '2023-03-01', 'A new law'),
    annotation('raid', '2023-03-10', 'A great raid'),
  ],
  incidents: INCIDENTS,
  sources: [],
};

/** For tests: what a page knows of a series. */
export function sampleInfo(series: Series = SAMPLE_SERIES): SeriesInfo {
  const ranking = { actor: ['iskp', 'iscp', 'islamic-state', 'atesh', 'gur'], type: [], region: [] };
  return {
    guide: series,
    revision: 'a'.repeat(64),
    published: '2024-06-24',
    incidents: series.incidents.length,
    ranking,
    offers: everythingOffered(series),
    places: { points: 0, extent: null },
    standard: STANDARD,
  };
}

/** For tests: the answers to a view, by the meaning itself. */
export function sampleAnswers(query: string, series: Series = SAMPLE_SERIES, near = false): Promise<Answers> {
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const engine = {
    name: 'meaning',
    run: async (asked: Parameters<typeof evaluate>[1]) => evaluate(series, asked),
    close: async () => {},
  };
  return answerPlan(engine as Parameters<typeof answerPlan>[0], planView(view, sampleInfo(series), near));
}

/** For tests: the layout of a view. `cells` draws cells although there are few marks. */
export async function sampleLayout(
  query: string,
  width: number,
  options: {
    readonly cells?: boolean;
    readonly series?: Series;
    readonly expanded?: boolean;
    readonly look?: MarkLook;
  } = {},
): Promise<TimelineLayout> {
  const { cells = false, series = SAMPLE_SERIES, expanded = false, look = 'large' } = options;
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const window = resolveWindow(view, series.meta.coverage);
  const answers = await sampleAnswers(query, series);
  const info = sampleInfo(series);
  const lanes = lanesOf({ groups: answers.lanes.groups, by: view, info, expanded });
  return layTimeline({
    ...{ info, view, window, width, lanes, look, marks: cells ? [] : answers.marks.marks },
    cells: { bin: window.bin, bins: answers.cells.bins },
  });
}
