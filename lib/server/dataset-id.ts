import type { DatasetId } from '../series/model';

/** First parts of addresses that are the app's own. */
const RESERVED: ReadonlySet<string> = new Set([
  'about',
  'api',
  'compare',
  'datasets',
  'docs',
  'embed',
  'fonts',
  'incidents',
  'methods',
  'open',
  'problems',
  'public',
  'static',
]);

/** Whether a text can name a dataset: lower-case letters, digits and hyphens, and not a name the app needs. */
export function isDatasetId(text: string): text is DatasetId {
  return /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(text) && !RESERVED.has(text);
}
