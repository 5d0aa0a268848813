import { LISTING_KEYS } from '../../export/documents/listing';
import type { ExportFormat } from '../../export/formats/export-stream';
import type { PictureKind } from '../../render/picture/picture-input';
import type { TwinName } from '../../view/addresses/twin-names';
import { CHANGE_KEYS } from '../changes/sides';
import { SAVED_PAGE_POLICY } from '../http/save-policy';
import { changesJson } from './changes-json';
import { comparisonCsv, comparisonJson } from './comparison';
import { feed } from './feeds';
import { incidentsFile } from './incidents-files';
import { incidentsJson, revisionOfCursor } from './incidents-json';
import { packageZip } from './package-zip';
import { cardPng } from './pictures/card';
import { PICTURE_KEYS } from './pictures/picture-params';
import { PICTURE_POLICY, pngOf, svgOf } from './pictures/pictures';
import { problemsCsv } from './problems-csv';
import type { Twin } from './twin';
import { viewHtml } from './view-html';
import { viewJson } from './view-json';
import { WATCH_KEYS, watchFeed, watchJson } from './watch';

/** Frozen where the address names the revision. */
const BY_REVISION = [['r']] as const;
const FIGURES = {
  ...({ work: 'page', revisions: 'one', closed: 'same' } as const),
  ...({ keys: [], frozenBy: BY_REVISION, ranges: false } as const),
} as const;
const PICTURE = { ...FIGURES, work: 'picture' } as const;
const ROWS = { ...FIGURES, work: 'export', closed: 'refused' } as const;
const CSV = 'text/csv; charset=utf-8; header=present';

function incidents(format: ExportFormat, type: string): Twin {
  return { ...ROWS, type, ranges: true, answer: (asked) => incidentsFile(asked, format) };
}

function svg(kind: PictureKind): Twin {
  const type = 'image/svg+xml; charset=utf-8';
  return {
    ...PICTURE,
    type,
    keys: PICTURE_KEYS,
    policy: PICTURE_POLICY,
    answer: (asked) => svgOf(asked, kind),
  };
}

function png(kind: PictureKind): Twin {
  const kept = { type: 'image/png', keys: PICTURE_KEYS, policy: PICTURE_POLICY };
  return { ...PICTURE, ...kept, answer: (asked) => pngOf(asked, kind) };
}

/** Feeds follow the series, so none may be kept. */
function feedOf(format: 'atom' | 'json'): Twin {
  const type = `application/${format === 'atom' ? 'atom+xml' : 'feed+json'}; charset=utf-8`;
  return { ...ROWS, type, revisions: 'several', frozenBy: [], answer: (asked) => feed(asked, format) };
}

const TABLE: Readonly<Record<TwinName, Twin>> = {
  'view.json': { ...FIGURES, closed: 'without-rows', type: 'application/json', answer: viewJson },
  'comparison.json': { ...FIGURES, closed: 'without-rows', type: 'application/json', answer: comparisonJson },
  'comparison.csv': { ...FIGURES, closed: 'without-rows', type: CSV, answer: comparisonCsv },
  'incidents.json': {
    ...{ ...ROWS, work: 'page', type: 'application/json', keys: LISTING_KEYS },
    // A cursor keeps to the revision that it began with.
    ...{ frozenBy: [['r'], ['cursor']], pinned: revisionOfCursor, answer: incidentsJson },
  },
  'incidents.csv': incidents('csv', CSV),
  'incidents.ndjson': incidents('ndjson', 'application/x-ndjson; charset=utf-8'),
  'incidents.geojson': incidents('geojson', 'application/geo+json; charset=utf-8'),
  'incidents.xlsx': incidents('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  'incidents.parquet': incidents('parquet', 'application/vnd.apache.parquet'),
  'package.zip': { ...ROWS, type: 'application/zip', ranges: true, answer: packageZip },
  'view.html': { ...ROWS, type: 'text/html; charset=utf-8', policy: SAVED_PAGE_POLICY, answer: viewHtml },
  'timeline.svg': svg('timeline'),
  'activity.svg': svg('activity'),
  'comparison.svg': svg('comparison'),
  'map.svg': svg('map'),
  'timeline.png': png('timeline'),
  'activity.png': png('activity'),
  'comparison.png': png('comparison'),
  'map.png': png('map'),
  'card.png': { ...PICTURE, type: 'image/png', answer: cardPng },
  'changes.json': {
    ...{ ...FIGURES, work: 'export', revisions: 'several', type: 'application/json', keys: CHANGE_KEYS },
    ...{ closed: 'without-rows', frozenBy: [['since', 'until']], answer: changesJson },
  },
  'feed.atom': feedOf('atom'),
  'feed.json': feedOf('json'),
  'problems.csv': { ...FIGURES, work: 'export', closed: 'without-rows', type: CSV, answer: problemsCsv },
  // Pages ask for it behind what they show.
  'watch.json': { ...FIGURES, work: 'export', type: 'application/json', keys: WATCH_KEYS, answer: watchJson },
  'watch.atom': {
    ...{ ...FIGURES, type: 'application/atom+xml; charset=utf-8' },
    ...{ revisions: 'several', frozenBy: [], answer: watchFeed },
  },
};

/** Every twin by its name: the last part of the address. */
export const TWINS: ReadonlyMap<string, Twin> = new Map(Object.entries(TABLE));
