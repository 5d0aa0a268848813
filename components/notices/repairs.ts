import { isOwnKey } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import { changeView, clearKey, withoutVersion } from '@/lib/view/change';
import { isTickKey, isViewKey, knownIds, type TickKey } from '@/lib/view/keys';
import { tickedIn, withTicked } from '@/lib/view/toggle';
import { isRolling, type View, type ViewIssue } from '@/lib/view/view';
import { suggestId } from '@/lib/words/address/view-issues';
import { inNoun, joinWords } from '@/lib/words/labels';

/** A way out of an issue: what the link says, and the view it leads to. */
export interface Repair {
  readonly label: string;
  readonly view: View;
}

/** The view without the ids that the series does not know. */
function withoutUnknown(view: View, guide: SeriesGuide, key: TickKey): View {
  const known = knownIds(guide, key);
  return withTicked(
    view,
    key,
    tickedIn(view, key).filter((id) => known.includes(id)),
  );
}

/** The view with each unknown id replaced by the known one that it most likely means; none where one has none. */
function replacements(view: View, guide: SeriesGuide, key: TickKey): readonly Repair[] {
  const known = knownIds(guide, key);
  const meant = tickedIn(view, key).map((id) => (known.includes(id) ? id : suggestId(guide, key, id)));
  const ids = meant.filter((id) => id !== null);
  const used = ids.filter((id) => !tickedIn(view, key).includes(id));
  if (ids.length < meant.length || used.length === 0) return [];
  const names = joinWords(
    [...new Set(used)].map((id) => `“${id}”`),
    'and',
  );
  return [{ label: `Use ${names}`, view: withTicked(view, key, ids) }];
}

/** The ways out of one issue of an address. */
export function repairsOf(issue: ViewIssue, view: View, guide: SeriesGuide): readonly Repair[] {
  const { key, code } = issue;
  if (code === 'unknown-version') return [{ label: 'Read it all the same', view: withoutVersion(view) }];
  if (isOwnKey(key)) return [{ label: `Remove “${key}”`, view: clearKey(view, key) }];
  if (!isViewKey(key)) return [{ label: 'Remove it from the address', view }];
  if (code === 'reversed-window') {
    const rolls = [view.from, view.to].some((end) => end !== null && isRolling(end));
    const swapped = { label: 'Swap the two', view: changeView(view, { from: view.to, to: view.from }) };
    return [
      ...(rolls ? [] : [swapped]),
      { label: 'Show the whole coverage', view: changeView(view, { from: null, to: null }) },
    ];
  }
  if (code === 'mixed-initiators') {
    return [
      { label: inNoun('Show incidents', guide.meta.noun), view: clearKey(view, 'initiator') },
      { label: 'Show operations by the state', view: changeView(view, { initiators: ['state'] }) },
    ];
  }
  if (code === 'unknown-id' && isTickKey(key)) {
    const remove = { label: 'Remove what is unknown', view: withoutUnknown(view, guide, key) };
    return [...replacements(view, guide, key), remove];
  }
  return [{ label: `Remove “${key}”`, view: clearKey(view, key) }];
}
