import { node, type SceneNode } from '../scene/scene';
import { textWidth } from '../scene/text-width';

/** Scripts of which letters join into other shapes, so that a text has fewer shapes in their font than letters. */
const JOINING = ['Arabic', 'Hebrew', 'Devanagari'] as const;
/** What the font of every one of them has besides its own letters. */
const ALSO = '\\u0020-\\u007e…–—·•“”‘’«»×−€';

const SPLITS = JOINING.map((script) => ({
  /** A stretch of the script, with the spaces and marks between its words. */
  run: new RegExp(
    `\\p{Script=${script}}(?:[\\p{Script=${script}}\\p{M}\\u0020-\\u0040…–—·]*[\\p{Script=${script}}\\p{M}])?`,
    'gu',
  ),
  foreign: new RegExp(`[^\\p{Script=${script}}\\p{M}\\p{Cf}${ALSO}]`, 'u'),
}));

/** The stretches of a text, in order, of which each can be set in one font; one where the whole can be. */
function scriptRuns(text: string): readonly string[] {
  const mixed = SPLITS.filter(({ run, foreign }) => text.search(run) >= 0 && foreign.test(text));
  let runs: readonly string[] = [text];
  for (const { run } of mixed) {
    runs = runs.flatMap((one) => {
      const own = one.match(run) ?? [];
      return one.split(run).flatMap((between, at) => [between, own[at] ?? '']);
    });
  }
  return runs.filter((one) => one !== '');
}

/** Where a text begins, by its anchor. */
function startOf({ x = 0, 'text-anchor': anchor }: SceneNode['attrs'], width: number): number {
  const share = anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0;
  return Number(x) - width * share;
}

/**
 * A drawing in which texts of several scripts are cut where the script changes, each part with its place. The renderer
 * of PNGs sets a text in one font and takes letters that it lacks from others one by one; where the letters of one
 * of them join, it gives up and draws empty boxes for all.
 */
export function withScriptRuns(scene: SceneNode): SceneNode {
  const { tag, attrs, text, children } = scene;
  if (children !== undefined) return { ...scene, children: children.map(withScriptRuns) };
  const size = Number(attrs['font-size']);
  if (tag !== 'text' || text === undefined || !(size > 0)) return scene;
  const runs = scriptRuns(text);
  if (runs.length < 2) return scene;
  let x = startOf(
    attrs,
    runs.reduce((sum, run) => sum + textWidth(run, size), 0),
  );
  const parts = runs.map((run) => {
    const part = node('tspan', { x }, run);
    x += textWidth(run, size);
    return part;
  });
  const { 'text-anchor': _, ...rest } = attrs;
  return { tag, attrs: { ...rest, 'xml:space': 'preserve' }, children: parts };
}
