const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', lt: '<', gt: '>' },
  ...{ '#x27': "'", '#39': "'" },
};

function decoded(text: string): string {
  return text.replace(/&(amp|quot|lt|gt|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** What names an address in markup, in what a page hands to its scripts, and in JSON. */
const NAMED = [
  /\b(?:href|src|action|url)="([^"]+)"/g,
  /\\"(?:href|src|action|url|type)\\":\\"(\/[^"\\]*)/g,
  /"(?:href|src|action|url|type|instance|address|location|\w+_url)": ?"((?:\/|https?:)[^"]*)"/g,
];

/**
 * The addresses of this server that an answer names, each once and without its fragment: the values of links, and whatever begins with
 * the origin, as in code to copy. Relative ones start from `at`, the address of the answer.
 */
export function addressesIn(text: string, at: URL): URL[] {
  const absolute = new RegExp(`${at.origin.replaceAll('.', '\\.')}/[^\\s"'<>\\\\){}]*`, 'g');
  // Code to copy is escaped twice: as markup, and as a text in markup.
  const whole = [...decoded(decoded(text)).matchAll(absolute)].map(([address]) => address);
  const named = NAMED.flatMap((form) => [...text.matchAll(form)].map(([, address = '']) => decoded(address)));
  const found = new Map<string, URL>();
  for (const address of [...named, ...whole]) {
    if (!URL.canParse(address, at)) continue;
    const url = new URL(address, at);
    url.hash = '';
    if (url.origin === at.origin) found.set(url.href, url);
  }
  return [...found.values()];
}
