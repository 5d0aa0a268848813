import type { Searched, Uncountable } from '../query/coverage/searched';
import { type Watch, watchedLess } from '../query/coverage/watched';
import type { CoverageNote, SeriesGuide } from '../series/model';
import { besideFigure } from '../text/one-line';
import type { DaySpan } from '../time/day';
import { formatSpan } from '../time/format';
import type { View } from '../view/view';
import { capitalised, joinWords } from './labels';

/** What stands where there is no figure; never 0. */
export const NO_FIGURE = '–';

/** Why a view has no figures, as the end of a sentence. */
export const UNCOUNTABLE_WORDS: Readonly<Record<Uncountable, string>> = {
  unreadable: 'a filter in the address cannot be read',
  reversed: 'the window ends before it begins',
  outside: 'outside the coverage, where nothing was looked for',
  'not-searched': 'not searched: nobody looked on these days',
};

const KINDS = ['gap', 'thin', 'sample'] as const satisfies readonly CoverageNote['kind'][];
const KIND_WORDS: Readonly<Record<CoverageNote['kind'], string>> = {
  gap: 'not collected',
  thin: 'searched thinly',
  sample: 'a sample',
};

/** Whether a note holds for all that is asked for on every day of a span. */
function coversAll({ note, reach }: Watch, span: DaySpan): boolean {
  return reach === 'whole' && note.from <= span.from && note.to >= span.to;
}

/** What to know of a figure over a span, short enough to stand beside it: `Only a sample.`; null where all was searched. */
export function caveatOf({ outside, watches }: Searched, span: DaySpan): string | null {
  const kinds = KINDS.filter((kind) => watches.some(({ note }) => note.kind === kind));
  const whole = kinds.filter((kind) => watches.some((one) => one.note.kind === kind && coversAll(one, span)));
  const part = [
    ...(outside ? ['outside the coverage'] : []),
    ...kinds.filter((kind) => !whole.includes(kind)).map((kind) => KIND_WORDS[kind]),
  ];
  const sparse = whole.filter((kind) => kind !== 'gap').map((kind) => KIND_WORDS[kind]);
  const texts = [
    ...(whole.includes('gap') ? ['Not searched: only what is known all the same'] : []),
    ...(sparse.length === 0
      ? []
      : [`${whole.length > sparse.length ? 'and only' : 'Only'} ${joinWords(sparse, 'and')}`]),
    ...(part.length === 0 ? [] : [`${whole.length === 0 ? 'In part' : 'in part'} ${joinWords(part, 'and')}`]),
  ];
  return texts.length === 0 ? null : `${texts.join(', ')}.`;
}

/** How a stretch was watched less well; `outside` is not covered at all. */
export type BandKind = CoverageNote['kind'] | 'outside';

/** What the hatchings mean. */
export const BAND_WORDS: Readonly<Record<BandKind, string>> = {
  gap: 'Not collected',
  thin: 'Searched thinly',
  sample: 'A sample only',
  outside: 'Not covered',
};

/** The kind of a note and what it is narrowed to. */
export function bandLabel({ kind, actors, types, regions = [] }: CoverageNote, guide: SeriesGuide): string {
  const named = [
    ...actors.map((id) => guide.actors.find((one) => one.id === id)?.shortName ?? id),
    ...types.map((id) => guide.types.find((one) => one.id === id)?.label.toLowerCase() ?? id),
    ...regions.map((id) => guide.regions.find((one) => one.id === id)?.label ?? id),
  ];
  return named.length === 0 ? BAND_WORDS[kind] : `${BAND_WORDS[kind]}: ${named.join(', ')}`;
}

/** Stretches named for each kind; a caption that goes on for ever is not read. */
const MOST_NAMED = 5;

/** What a note is narrowed to and when: `sabotage, 2017 – Jun 2024`; `2021–2023` for all that is drawn. */
function stretch(note: CoverageNote, guide: SeriesGuide): string {
  const label = bandLabel(note, guide);
  const words = `${BAND_WORDS[note.kind]}: `;
  const span = formatSpan(note.from, note.to);
  return label.startsWith(words) ? `${besideFigure(label.slice(words.length))}, ${span}` : span;
}

/** What was searched less well, one sentence a kind: `A sample only: sabotage, 2017 – Jun 2024.` */
export function watchTexts(watches: readonly Watch[], guide: SeriesGuide): readonly string[] {
  return KINDS.flatMap((kind) => {
    const notes = watches.map(({ note }) => note).filter((note) => note.kind === kind);
    const named = [...new Set(notes.map((note) => stretch(note, guide)))];
    if (named.length === 0) return [];
    const more = named.length - MOST_NAMED;
    const rest = more > 0 ? [`and ${more} more`] : [];
    return `${capitalised(BAND_WORDS[kind])}: ${[...named.slice(0, MOST_NAMED), ...rest].join('; ')}.`;
  });
}

/** A view, its window and what is known of its series. */
interface CoverageInput {
  readonly info: { readonly guide: SeriesGuide };
  readonly view: View;
  readonly window: DaySpan;
}

/** What was watched, and what of the window less well, in words: a picture has no tooltips. */
export function coverageText({ info, view, window }: CoverageInput): string {
  const { from, to } = info.guide.meta.coverage;
  const less = watchTexts(watchedLess(window, view, info.guide), info.guide);
  return [`Coverage: ${formatSpan(from, to)}.`, ...less].join(' ');
}
