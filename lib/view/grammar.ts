import { COLUMNS, SPLITS } from '../series/field-table';
import { MEASURES } from '../series/measures';
import { BINS } from '../time/bin';
import { COMPARISON } from './grammar/comparison';
import { choice, codes, columnList, entry, fieldChoice, list, rolled } from './grammar/entry';
import {
  columnsForm,
  DATE,
  ESCAPED_LIST,
  endForm,
  fieldForm,
  ID,
  OWN_CLAUSE,
  REVISION,
  sortForm,
  TEXT,
  wholeNumber,
} from './grammar/forms';
import { MOST_NOTE, MOST_NOTES, NOTES } from './grammar/notes';
import { BOUNDARIES, BOX, PART, PLACES } from './grammar/places';
import { MAX_VALUE } from './grammar/reading';
import { SELECTION } from './grammar/selection';
import { ACROSS, AXES, DISPUTED, MAP_FORMS, MODES, ROLLING, ROLLS, SCOPES, SHADES, STEPS } from './view';

/** The key that stands for those of all fields of a series' own, `.weapon` or `.damage`. */
export const OWN_FIELDS = '.field';

/**
 * The grammar of addresses: every key, in the order in which keys are written. Reading, writing, comparing, clearing, the
 * names of clauses, the table of docs/url.md and the values that a request may name are all taken from here, so that
 * another key is an entry here and a field of {@link View}.
 */
export const GRAMMAR = {
  from: entry('end', 'from', 'filters', endForm(null), {
    label: 'Window',
    meaning: 'first day of the window',
    values:
      '`2017`, `2017-03`, `2017-03-05` (the first day of what is written); `-12m`, `-90d`, `-2w`, `-5y` (so long a span up to the end of the window)',
    standard: () => null,
    otherwise: 'start of the coverage',
  }),
  to: entry('end', 'to', 'filters', endForm('latest'), {
    label: 'Window',
    meaning: 'last day of the window',
    values:
      'the same dates (the last day of what is written); `latest` (the end of the coverage, the default); `-3m` (so long before it; from the end of a month to the end of a month)',
    standard: () => null,
    otherwise: 'end of the coverage',
  }),
  actor: list('actor', {
    meaning: 'actors; a parent includes its parts',
    values: 'ids, `none` (not established)',
    otherwise: 'all',
  }),
  relation: list('relation', { meaning: 'how the actor is tied to the incident', otherwise: 'any' }),
  // On a chip the word alone: the list has more room.
  certainty: list('certainty', {
    label: 'Certainty',
    meaning: 'certainty of the link',
    otherwise: 'any',
  }),
  disputed: choice(
    'disputed',
    'filters',
    DISPUTED,
    {
      label: 'Disputed',
      meaning: 'disputed links and incidents',
      standard: () => null,
      otherwise: 'any',
    },
    { no: 'none', only: 'only' },
  ),
  type: list('type', { meaning: 'type of incident', otherwise: 'all' }),
  region: list('region', { meaning: 'region', otherwise: 'all' }),
  place: entry('places', 'places', 'filters', PLACES, {
    label: 'Place',
    meaning: 'marks of the map, or what it cannot show',
    values:
      '`town:55.75:37.62` (a point, and how precisely it is known: `exact`, `town`, `district`, `region`, `unknown`), `hex:50:60:412:17` (a hexagon: its width in km, the parallel of its grid, column and row), `region`, `country` (known to that only), `none` (no place), `impossible` (coordinates that cannot be)',
    standard: () => [],
    otherwise: 'all',
  }),
  box: entry('box', 'box', 'filters', BOX, {
    label: 'Box',
    meaning: 'a part of the world: incidents at points inside',
    values:
      'west,south,east,north in degrees, `35.2,54.1,40,57`; over the date line where west is greater than east',
    standard: () => null,
    otherwise: 'the whole world',
  }),
  initiator: list('initiator', { meaning: 'who began it', otherwise: 'all but `state`' }),
  scope: choice(
    'scope',
    'filters',
    SCOPES,
    {
      label: 'Scope',
      meaning: "inside the series' scope or outside it",
      standard: () => 'in',
      otherwise: '`in`',
    },
    { out: 'outside the series’ scope' },
  ),
  [OWN_FIELDS]: entry('own', 'own', 'filters', OWN_CLAUSE, {
    label: 'Field',
    meaning: "a field of the series' own, under its id with a dot before it (see below)",
    values: 'values, `none` (not stated); or a range, `100..200`, of numbers or days',
    standard: () => [],
    otherwise: 'all',
  }),
  q: entry('text', 'q', 'filters', TEXT, {
    label: 'Words',
    meaning: 'words in title, place and notes',
    values: `text, at most ${MAX_VALUE} characters`,
    standard: () => '',
    otherwise: 'none',
  }),
  bin: choice('bin', 'draws', BINS, {
    label: 'Bin',
    meaning: 'bins of the chart',
    standard: () => null,
    otherwise: 'the finest that gives at most 120 bins',
  }),
  measure: fieldChoice('measure', MEASURES, fieldForm(MEASURES), {
    label: 'Measure',
    meaning: 'what is counted',
    values: `${codes(MEASURES)}, or an own field of numbers`,
    standard: () => 'incidents',
    otherwise: '`incidents`',
  }),
  split: fieldChoice('split', SPLITS, fieldForm(SPLITS), {
    label: 'Split',
    meaning: 'what the groups of the chart are',
    values: `${codes(SPLITS)}, or an own field`,
    standard: ({ standard }) => standard.split,
    otherwise:
      'the field that tells most: `actor` where incidents are tied to any (unless nearly each has its own), else the category of words most widely spread, and numbers, codes and parts of a date only where there is no other',
  }),
  roll: choice('roll', 'draws', ROLLS, {
    label: 'Parts',
    meaning:
      'whether an actor or a region of the split stands for its parts as well (`up`) or for what names itself alone (`own`)',
    standard: (view) => (view.revision !== null || view.groups.length > 0 ? 'own' : rolled(view)),
    follows: rolled,
    otherwise:
      '`up`, where actors or regions have parts; `own` inside one chosen actor, and beside `series` or `r` (see below)',
  }),
  series: entry('groups', 'groups', 'filters', ESCAPED_LIST, {
    label: 'Counted under',
    meaning: 'incidents as a bar or mark of the split counts them',
    values:
      '`iscp` (counts in that group), `only:iscp` (forms it in a stack), `not:iscp` (forms another than those named), `beyond:iscp` (counts in another than those named), `several`, `none`',
    standard: () => [],
    otherwise: 'all',
    beside: ['split', 'roll'],
  }),
  mode: choice('mode', 'draws', MODES, {
    label: 'Mode',
    meaning: 'how they are drawn',
    standard: ({ standard }) => standard.mode,
    otherwise:
      'the one that suits the series: `stack`, or `lines` where most incidents have several actors, with a panel each where those are more than six',
  }),
  axis: choice('axis', 'draws', AXES, {
    label: 'Axis',
    meaning: 'whether panels share one scale of values or have each its own',
    standard: () => 'one',
    otherwise: '`one`',
  }),
  'index.from': entry('date', 'indexFrom', 'draws', DATE, {
    label: 'Index from',
    meaning: 'the bin that is 100 where `mode=index`',
    values: '`2017`, `2017-03`, `2017-03-05` (the bin that holds its first day)',
    standard: () => null,
    otherwise: 'the first whole bin, searched as well as any, in which most groups have a figure',
  }),
  'roll.mean': entry('number', 'rollMean', 'draws', wholeNumber(ROLLING), {
    label: 'Rolling mean',
    meaning: 'a rolling mean of so many bins, the last of them the bin it stands at',
    values: `a whole number from ${ROLLING.least} to ${ROLLING.most}`,
    standard: () => null,
    otherwise: 'none',
  }),
  steps: choice('steps', 'draws', STEPS, {
    label: 'Steps',
    meaning: 'whether the stretches of steady rate are drawn over the bars, with what chance leaves open',
    standard: () => 'off',
    otherwise: '`off`',
  }),
  map: choice('map', 'draws', MAP_FORMS, {
    label: 'Map',
    meaning: 'how the map is drawn; of more than 5,000 dots it makes hexagons',
    standard: () => null,
    otherwise:
      '`dots` where any incident of the view has coordinates, else `regions` where the outlines know any, else `off`',
  }),
  shade: choice('shade', 'draws', SHADES, {
    label: 'Shades',
    meaning:
      'whether the shades of a map of regions go by incidents, or by incidents for 100,000 people and a year, where the series has numbers of people',
    standard: () => 'count',
    otherwise: '`count`',
  }),
  part: entry('box', 'part', 'draws', PART, {
    label: 'Part shown',
    meaning: 'the part of the world that the map shows, which filters nothing',
    values: 'west, south, east and north in degrees, as in `box`',
    standard: () => null,
    otherwise: 'that around all places, or the `box`',
    beside: ['box'],
  }),
  boundaries: entry('id', 'boundaries', 'draws', BOUNDARIES, {
    label: 'Boundaries',
    meaning: 'the boundaries that the map is drawn with',
    values: 'the name of a set of boundaries',
    standard: () => null,
    otherwise: 'those that stand first',
  }),
  compare: entry('comparison', 'compare', 'draws', COMPARISON, {
    label: 'Comparison',
    meaning: 'what is put side by side, two to eight sides',
    values:
      'a field and values of it, `actor:iscp,iskp` or `.weapon:rifle,knife`; `period:before`, `period:year`, `period:2016..2018` (the window against these); `view:` with the ids of named views or the keys of others (the view against these; see below)',
    standard: () => null,
    otherwise: 'nothing',
  }),
  across: choice('across', 'draws', ACROSS, {
    label: 'Across breaks',
    meaning: 'whether rates are compared across gaps and changes in how days were searched',
    standard: () => 'no',
    otherwise: '`no`: the comparison says that there are some, and judges nothing',
    beside: ['compare', 'from', 'to'],
  }),
  sort: columnList('sort', COLUMNS, sortForm(COLUMNS, '-date'), {
    label: 'Order',
    meaning: 'order of the table, `-` for descending, several allowed',
    values: `${codes(COLUMNS)}, and own fields`,
    standard: () => [],
    otherwise: '`-date`',
  }),
  columns: columnList('columns', COLUMNS, columnsForm(COLUMNS), {
    label: 'Columns',
    meaning: 'the columns of the table',
    values: 'columns, as in `sort`, and own fields',
    standard: () => [],
    otherwise: 'those that the series shows by itself',
  }),
  select: entry('selection', 'select', 'draws', SELECTION, {
    label: 'Selected',
    meaning: 'what of a chart is selected: the table and the map show its incidents, the charts stay',
    values:
      'days, `2017-03`, `2016..2018`, `..2017-03`, or `*` (all of the window); after them groups, as in `series`: `2017-03,only:iscp`',
    standard: () => null,
    otherwise: 'nothing: they show all',
    beside: ['from', 'to', 'split', 'roll', 'groups'],
  }),
  note: entry('notes', 'notes', 'draws', NOTES, {
    label: 'Notes',
    meaning:
      'dated context of your own, drawn on every chart over time as that of the series, in quotation marks; a map and bars of groups have no days to draw it at and tell it in words',
    values: `a date, \`~\` and at most ${MOST_NOTE} characters: \`2016-01-05~Cologne\`; at most ${MOST_NOTES}, a comma inside is written \`\\,\``,
    standard: () => [],
    otherwise: 'none',
  }),
  incident: entry('id', 'incident', 'opens', ID, {
    label: 'Incident',
    meaning: 'the open incident',
    values: 'id',
    standard: () => null,
    otherwise: 'none',
  }),
  r: entry('id', 'revision', 'opens', REVISION, {
    label: 'Revision',
    meaning: 'revision',
    values: '12 to 64 hexadecimal digits of its hash',
    standard: () => null,
    otherwise: 'the current one',
  }),
} as const;
