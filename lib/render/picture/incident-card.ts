import { usualEstimates } from '../../query/info/offers';
import type { SeriesInfo } from '../../query/info/series-info';
import type { Incident } from '../../series/model';
import { statedText } from '../../series/stated';
import { dayInWords, formatEventDate } from '../../time/format';
import { formatEstimate } from '../../words/figures';
import { capitalised, labelOf } from '../../words/labels';
import { asOfSentence, licenceSentence } from '../../words/provenance';
import { darkPaint, lightPaint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { column, textBlock } from './block';
import { FONTS, type PictureTheme } from './picture';
import { withScriptRuns } from './script-runs';

/** The size of a card, as social sites show it. */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 64;
const MOST_LINKS = 4;

function whereOf({ place, regions }: Incident, info: SeriesInfo): string {
  const parts = [place.name, ...regions.map((id) => labelOf(info.guide, 'region', id)), place.country];
  const where = [...new Set(parts.filter((part) => part !== null))].join(', ');
  return where === '' ? 'place not reported' : where;
}

function linkLines({ links }: Incident, info: SeriesInfo): readonly string[] {
  if (links.length === 0) return ['No actor is established.'];
  const lines = links.slice(0, MOST_LINKS).map(({ actor, relation, certainty, disputedBy }) => {
    const doubt = `${certainty === 'certain' ? '' : `, ${certainty}`}${disputedBy.length > 0 ? ', disputed' : ''}`;
    return `${labelOf(info.guide, 'actor', actor)}: ${relation}${doubt}`;
  });
  return links.length > MOST_LINKS ? [...lines, `and ${links.length - MOST_LINKS} more`] : lines;
}

/** One incident as a picture of 1200 by 630: what, when, where, how many were killed, and who is tied to it. */
export function incidentCard(incident: Incident, info: SeriesInfo, theme: PictureTheme = 'light'): SceneNode {
  const paint = theme === 'dark' ? darkPaint : lightPaint;
  const { meta } = info.guide;
  const width = CARD.width - 2 * MARGIN;
  const line = (
    text: string,
    size: number,
    lines: number,
    colour: '--ink' | '--ink-2' | '--ink-3',
    weight = 400,
  ) => textBlock(text, width, { size, lines, colour, weight }, paint);
  const above = column(
    [
      line(meta.title, 24, 1, '--ink-3'),
      line(capitalised(incident.title), 48, 3, '--ink', 600),
      line(`${formatEventDate(incident.date)} · ${whereOf(incident, info)}`, 28, 2, '--ink-2'),
      line(
        usualEstimates(info.offers)
          .map(({ label, property }) => `${label}: ${formatEstimate(incident[property])}.`)
          .join(' '),
        28,
        1,
        '--ink-2',
      ),
      ...linkLines(incident, info).map((words) => line(words, 24, 1, '--ink-2')),
    ],
    12,
  );
  const foot = line(
    `Source: ${statedText(meta.publisher) ?? meta.title}.${licenceSentence(meta, '')} Revision ${info.revision.slice(0, 12)} of ${dayInWords(info.published)}.${asOfSentence(meta)}`,
    20,
    2,
    '--ink-3',
  );
  const box = { ...CARD, viewBox: `0 0 ${CARD.width} ${CARD.height}` };
  const card = node(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...box, role: 'img', 'font-family': FONTS },
    [
      node('title', {}, capitalised(incident.title)),
      node('rect', { ...CARD, fill: paint('--page') }),
      node('rect', { width: 12, height: CARD.height, fill: paint('--accent') }),
      node('g', { transform: `translate(${MARGIN},${MARGIN - 16})` }, above.nodes),
      node('g', { transform: `translate(${MARGIN},${CARD.height - MARGIN / 2 - foot.height})` }, foot.nodes),
    ],
  );
  return withScriptRuns(card);
}
