import { watchedLess } from '../../query/watched';
import { formatSpan } from '../../time/format';
import { watchTexts } from '../searched-words';
import type { PictureInput } from './picture-input';

/** What was watched, and what of the window less well, in words: a picture has no tooltips. */
export function coverageText({ info, view, window }: PictureInput): string {
  const { from, to } = info.guide.meta.coverage;
  const less = watchTexts(watchedLess(window, view, info.guide), info.guide);
  return [`Coverage: ${formatSpan(from, to)}.`, ...less].join(' ');
}
