import { escapeXml } from '../../text/escape-xml';
import { BASE_PATH } from '../../text/site-path';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';

/** What can stand in somebody else's page. `height` is what a frame of 640 pixels width needs about, without the script. */
export const PANELS = [
  { id: 'activity', label: 'Activity', height: 480 },
  { id: 'timeline', label: 'Timeline', height: 620 },
  { id: 'comparison', label: 'Comparison', height: 520 },
  { id: 'map', label: 'Map', height: 640 },
  { id: 'table', label: 'Table', height: 560 },
  { id: 'headline', label: 'Headline figures', height: 220 },
] as const;
export type EmbedPanel = (typeof PANELS)[number]['id'];

/** The panel of this name; null for any other. */
export function embedPanel(text: string): (typeof PANELS)[number] | null {
  return PANELS.find(({ id }) => id === text) ?? null;
}

/** The address of an embedded panel, from the root. */
export function embedHref(view: View, panel: EmbedPanel, theme: 'auto' | 'light' | 'dark' = 'auto'): string {
  const query = [serializeView({ ...view, incident: null }), theme === 'auto' ? '' : `theme=${theme}`];
  const search = query.filter((part) => part !== '').join('&');
  return `${BASE_PATH}/embed/${encodeURIComponent(view.dataset)}/${panel}${search === '' ? '' : `?${search}`}`;
}

/** The HTML that puts a panel into a page: a frame of a sane height, and a script that gives it the height it needs. */
export function embedCode(of: {
  readonly origin: string;
  readonly view: View;
  readonly panel: EmbedPanel;
  readonly title: string;
}): string {
  const { origin, view, panel, title } = of;
  const { label, height } = embedPanel(panel) ?? PANELS[0];
  const source = escapeXml(origin + embedHref(view, panel));
  const name = escapeXml(`${label}: ${title}`);
  return `<iframe src="${source}" title="${name}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>\n<script async src="${escapeXml(origin + BASE_PATH)}/embed.js"></script>`;
}
