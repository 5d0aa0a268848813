import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element of a page as a browser reads it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, that of its scripts too. */
  readonly text: string;
}

type Tree = DefaultTreeAdapterTypes.ParentNode;

function textIn(tree: Tree): string {
  return tree.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textIn(node) : ''))
    .join('');
}

function elementsIn(tree: Tree): readonly ReadElement[] {
  return tree.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const attributes = node.attrs.map(
      ({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value] as const,
    );
    const element = {
      name: node.tagName,
      attributes: Object.fromEntries(attributes),
      get text() {
        return textIn(node);
      },
    };
    return [element, ...elementsIn(node)];
  });
}

/**
 * All elements of a page in their order, read by the parser of jsdom without its documents, which take several times as long over
 * texts of a hundred thousand letters. Nothing runs.
 */
export function readPage(html: string): readonly ReadElement[] {
  return elementsIn(parse(html, { scriptingEnabled: false }));
}
