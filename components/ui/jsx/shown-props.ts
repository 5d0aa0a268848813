import { pageText } from '@/lib/text/fold';

/** Properties that are read by people, beside children; styles show labels of cells. Values of inputs are not among them: they go back as they came. */
const TEXTS = [
  'title',
  'alt',
  'label',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'data-label',
];

/** A child of an element, of which no text can reorder or hide what stands beside it. */
export function shownChild(child: unknown): unknown {
  if (typeof child === 'string') return pageText(child);
  if (!Array.isArray(child)) return child;
  // Nearly all need nothing, and a page makes some thousands at every click: no list is made for those.
  for (const one of child) if (shownChild(one) !== one) return child.map(shownChild);
  return child;
}

/**
 * The properties of an element, of which no text can reorder or hide what stands on the page. Those of a component are its own
 * affair but for its children: what it shows of them becomes elements of the page. Cells of a file and words of an
 * address may hold such characters; they are stored, counted, linked and exported as they are, and shown without them.
 */
export function shownProps(type: unknown, props: object): object {
  const given = props as Readonly<Record<string, unknown>>;
  let changed = null as Readonly<Record<string, unknown>> | null;
  for (const name of typeof type === 'string' ? TEXTS : []) {
    const text = given[name];
    if (typeof text === 'string' && pageText(text) !== text) changed = { ...changed, [name]: pageText(text) };
  }
  const children = shownChild(given.children);
  if (children !== given.children) changed = { ...changed, children };
  return changed === null ? props : { ...props, ...changed };
}
