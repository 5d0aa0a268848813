import { hatchPatterns } from '../../render/axis/coverage-bands';
import { column } from '../../render/picture/block';
import { chartOf, emptyBlock, isEmptyPicture } from '../../render/picture/chart-blocks';
import type { PictureInput, PictureKind } from '../../render/picture/picture-input';
import { cssPaint } from '../../render/scene/paint';
import { node } from '../../render/scene/scene';
import { toSvg } from '../../render/scene/svg';
import { html, type Markup, trusted } from './markup';
import { DRAWING_WIDTHS } from './styles';

function drawing(kind: PictureKind, input: PictureInput, at: number, links: string | null): Markup {
  const width = DRAWING_WIDTHS[at] ?? DRAWING_WIDTHS[0];
  const chart = chartOf(kind, input, { id: `${kind}${at}`, links });
  const blocks = isEmptyPicture(kind, input)
    ? [emptyBlock(input, width, cssPaint)]
    : chart.draw(width, 0, cssPaint);
  const { height, nodes } = column(blocks, 12);
  const box = { viewBox: `0 0 ${width} ${height}`, class: `d${at + 1}` };
  const name = { role: 'group', 'aria-label': chart.title };
  return trusted(toSvg(node('svg', { ...box, ...name }, nodes)));
}

/** Patterns that all drawings share, in a drawing that is never hidden: a hidden one would take them with it. */
function sharedPatterns(): Markup {
  const defs = node('defs', {}, hatchPatterns('activity', cssPaint('--line-strong')));
  return trusted(toSvg(node('svg', { class: 'defs', 'aria-hidden': 'true' }, [defs])));
}

/** A chart at three widths, of which the style shows one, with what must be said to read it. */
export function chartMarkup(kind: PictureKind, input: PictureInput, links: string | null): Markup {
  const { title, caption } = chartOf(kind, input);
  const drawings = DRAWING_WIDTHS.map((_, at) => drawing(kind, input, at, links));
  return html`${sharedPatterns()}<p>${title}</p><div class="live">${drawings}</div><p class="note">${caption(DRAWING_WIDTHS[0]).join(' ')}</p>`;
}
