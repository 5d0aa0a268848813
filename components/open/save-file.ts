/** Saves a file of the page's own making to the reader's disk. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file's name without its endings, for what is made of it: `events.csv.gz` becomes `events`. */
export function stemOf(name: string): string {
  return name.replace(/(\.[A-Za-z0-9]{1,10})+$/, '') || 'series';
}
