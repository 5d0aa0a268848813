import type { Engine } from '../../query/engine';
import type { CardField, DatasetCardData } from '../../query/info/dataset-card';
import type { SeriesInfo } from '../../query/info/series-info';
import { filterOf } from '../../query/plan/filter';
import { finestBin } from '../../time/bin';
import { MAX_DAY, MIN_DAY } from '../../time/day';
import { defaultView } from '../../view/keys';
import { resolveWindow } from '../../view/resolve';
import { nounOf, wholeNoun } from '../../words/headline/headline';
import { capitalised, labelOf, splitNoun } from '../../words/labels';

/** What a card shows that follows from the revision alone. */
export interface CardFigures extends Omit<DatasetCardData, 'asOf' | 'published' | 'warning'> {
  readonly sourcesUntil: string | null;
}

/** More bins than this would not be seen apart on a card. */
const MOST_BARS = 60;

/** So many values of a field are named. */
const MOST_NAMES = 4;

/** What a revision holds: the largest of its groups, types and regions. */
function holdsOf({ guide, ranking, rolled = {} }: SeriesInfo): readonly CardField[] {
  return (['actor', 'type', 'region'] as const).flatMap((field) => {
    const ids = (field === 'type' ? undefined : rolled[field]) ?? ranking[field];
    const names = ids.slice(0, MOST_NAMES).map((id) => labelOf(guide, field, id));
    const { many } = splitNoun(guide, field);
    return ids.length === 0 ? [] : [{ label: capitalised(many), names, count: ids.length }];
  });
}

/** Asks an open revision for what its card shows. */
export async function cardFigures(info: SeriesInfo, engine: Engine): Promise<CardFigures> {
  const { meta, namedViews } = info.guide;
  const view = defaultView(meta.id, info.standard);
  const filter = filterOf(view, info);
  const { from, to } = resolveWindow(view, meta.coverage);
  const bin = finestBin(from, to, MOST_BARS);
  const whole = { ...filter, from: MIN_DAY, to: MAX_DAY, scope: 'out', initiators: 'any' } as const;
  const [bins, outside] = await Promise.all([
    engine.run({
      ...{ kind: 'bins', filter, bin, measure: 'incidents' },
      ...{ split: 'none', stacked: false, beyond: null },
    }),
    engine.run({ kind: 'total', filter: whole, bin }),
  ]);
  const { id, title, description, coverage, sourcesUntil = null } = meta;
  const { revision, incidents } = info;
  return {
    ...{ id, title, description, coverage, incidents, revision, bin, namedViews, sourcesUntil },
    ...{ noun: nounOf(view, meta), wholeNoun: wholeNoun(info) },
    ...{ outOfScope: outside.matched, spark: bins.bins, holds: holdsOf(info) },
  };
}
