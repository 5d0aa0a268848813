import type { RawColumn } from '../../../formats/raw-table';
import type { CellOf } from '../cells/cell-reader';

/** What a title can be made of where the file has none. */
export interface TitleParts {
  readonly type: string;
  readonly actors: string;
  readonly place: string;
}

const LONGEST = 160;

/** White space made single, and a cut that is seen, at a space where there is one. */
export function tidyTitle(text: string): string {
  const single = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
  if (single.length <= LONGEST) return single;
  const at = single.lastIndexOf(' ', LONGEST - 1);
  return `${single.slice(0, at > LONGEST / 2 ? at : LONGEST - 1)}…`;
}

/** `Battles: Taliban / ISKP, Kabul`, as far as these are known; `fallback` where none is. */
export function plainTitle({ type, actors, place }: TitleParts, fallback: string): string {
  const what = type !== '' && actors !== '' ? `${type}: ${actors}` : type || actors;
  const title = what !== '' && place !== '' ? `${what}, ${place}` : what || place;
  return tidyTitle(title) || fallback;
}

/** Fills columns in braces. Gives an empty text where one of them is empty, for then the words around it say nothing. */
export function titleTemplate(
  columns: readonly RawColumn[],
  template: string,
  cellOf: (name: string) => CellOf,
): CellOf {
  const parts = template.split(/\{([^{}]*)\}/).map((text, at) => {
    const isColumn = at % 2 === 1 && columns.some(({ name }) => name === text);
    if (isColumn) return cellOf(text);
    return at % 2 === 1 ? `{${text}}` : text;
  });
  return (cells) => {
    let title = '';
    for (const part of parts) {
      const text = typeof part === 'string' ? part : part(cells);
      if (typeof part !== 'string' && text === '') return '';
      title += text;
    }
    return tidyTitle(title);
  };
}
