/**
 * How cells are read in a package that Annals has written itself (`annals.exact`), where nothing may be lost: a text of
 * backslashes alone has one more than it means, so that a lone backslash is an empty text and an empty cell is null.
 */
export function exactText(cell: string): string | null {
  if (cell === '') return null;
  return cell.charCodeAt(0) === 92 && /^\\+$/.test(cell) ? cell.slice(1) : cell;
}

/** The members of a list: `\|` is a bar, `\\` a backslash and `\-` a member without characters. */
export function exactList(cell: string): readonly string[] {
  if (cell === '') return [];
  if (!cell.includes('|') && !cell.includes('\\')) return [cell];
  const members = cell.match(/(?:\\[\s\S]|[^\\|])+/g) ?? [];
  return members.map((member) =>
    member.replace(/\\([\s\S])/g, (_, mark: string) => (mark === '-' ? '' : mark)),
  );
}
