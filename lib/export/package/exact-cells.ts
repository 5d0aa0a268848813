/** A text as a cell of a package that loses nothing: null is empty, an empty text a lone backslash. */
export function exactTextCell(text: string | null): string {
  if (text === null) return '';
  return /^\\*$/.test(text) ? `${text}\\` : text;
}

/** A list as such a cell: members joined by `|`, with `\|`, `\\`, and `\-` for a member without characters. */
export function exactListCell(members: readonly string[]): string {
  return members
    .map((member) => (member === '' ? '\\-' : member.replace(/[\\|]/g, (mark) => `\\${mark}`)))
    .join('|');
}
