import type { ComparedRates } from '../../export/documents/watch-document';
import { answerComparison, planComparison } from '../../query/compare/plan-comparison';
import { sidesOf } from '../../query/compare/sides';
import { sideRates } from '../../query/exposure/side-rates';
import { resolveWindow } from '../../view/resolve';
import type { View } from '../../view/view';
import { sideWords } from '../../words/comparison';
import type { OpenRevision } from '../catalogue/catalogue';

/** The rates of the sides that a view compares, with their names; none where it compares nothing. */
export async function comparedRates(
  { info, engine }: OpenRevision,
  view: View,
  signal?: AbortSignal,
): Promise<ComparedRates> {
  const { guide } = info;
  const answers = await answerComparison(engine, planComparison(view, info), signal);
  if (answers === null) return { rates: [], names: [] };
  const names = sidesOf(view, guide).map(
    (side) => sideWords(view, side, guide, resolveWindow(side.view, guide.meta.coverage)).short,
  );
  return { rates: sideRates(view, guide, answers), names };
}
