import { formatSpan } from '../../time/format';
import { BAND_WORDS, type Band, coverageBands } from '../coverage-bands';
import { plotFrame, timeScale } from '../time-axis';
import type { PictureInput } from './picture-input';
import { besideFigure } from './wrap-text';

/** Stretches named for each kind; a caption that goes on for ever is not read. */
const MOST_NAMED = 5;

/** What a band is narrowed to and when: `sabotage, 2017 – Jun 2024`; `2021–2023` for all that is drawn. */
function stretch({ kind, label, from, to }: Band): string {
  const about = label.startsWith(`${BAND_WORDS[kind]}: `) ? label.slice(BAND_WORDS[kind].length + 2) : null;
  const span = formatSpan(from, to);
  return about === null ? span : `${besideFigure(about)}, ${span}`;
}

function kindText(bands: readonly Band[]): string | null {
  const [first] = bands;
  if (first === undefined) return null;
  const named = [...new Set(bands.map(stretch))];
  const more = named.length - MOST_NAMED;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return `${BAND_WORDS[first.kind]}: ${[...named.slice(0, MOST_NAMED), ...rest].join('; ')}.`;
}

/** What was watched, and what of the window less well, in words: a picture has no tooltips. */
export function coverageText({ info, view, window }: PictureInput): string {
  const { from, to } = info.guide.meta.coverage;
  const scale = timeScale(window.from, window.to, plotFrame(1000));
  const bands = coverageBands(info.guide, view, [], scale);
  const kinds = (['gap', 'thin', 'sample'] as const).map((kind) =>
    kindText(bands.filter((band) => band.kind === kind)),
  );
  return [`Coverage: ${formatSpan(from, to)}.`, ...kinds.filter((text) => text !== null)].join(' ');
}
