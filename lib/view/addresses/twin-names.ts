/**
 * The twins of a dashboard: other forms of the same view, beneath `/<dataset>/`, under the same keys. What each one answers
 * stands in the server's table of twins.
 */
export const TWIN_NAMES = [
  'view.json',
  'comparison.json',
  'comparison.csv',
  'incidents.json',
  'incidents.csv',
  'incidents.ndjson',
  'incidents.geojson',
  'incidents.xlsx',
  'incidents.parquet',
  'package.zip',
  'view.html',
  'timeline.svg',
  'activity.svg',
  'comparison.svg',
  'map.svg',
  'timeline.png',
  'activity.png',
  'comparison.png',
  'map.png',
  'card.png',
  'changes.json',
  'feed.atom',
  'feed.json',
  'problems.csv',
  'watch.json',
  'watch.atom',
] as const;
export type TwinName = (typeof TWIN_NAMES)[number];
