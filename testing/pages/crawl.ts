import { addressesIn } from './addresses-in';

/** Where a crawl begins and how far it goes. */
export interface CrawlPlan {
  readonly origin: string;
  /** Addresses to begin with, and the status that each has. All others must answer with less than 400. */
  readonly starts: Readonly<Record<string, number>>;
  /** The path that every address must lie below; empty where it may be any. */
  readonly base: string;
  /** Of all addresses with the same key one is asked; null leaves an address out. */
  readonly keyOf: (url: URL) => string | null;
  /** How many requests run at once. */
  readonly atOnce: number;
}

export interface Crawled {
  readonly asked: number;
  /** What is wrong, each with the address of the answer that names it. */
  readonly failures: readonly string[];
}

/** Answers that name addresses. */
const NAMES_ADDRESSES = /html|json|xml|svg/;

function liesBelow({ pathname }: URL, base: string): boolean {
  return base === '' || pathname === base || pathname.startsWith(`${base}/`);
}

/** Asks for every address that the answers of the first ones name, and what those name in turn, each path once. */
export async function crawl({ origin, starts, base, keyOf, atOnce }: CrawlPlan): Promise<Crawled> {
  const failures: string[] = [];
  const queue: { url: URL; from: string; status: number | null }[] = [];
  const known = new Set<string>();
  const expanded = new Set<string>();
  const take = (url: URL, from: string, status: number | null) => {
    if (!liesBelow(url, base)) failures.push(`${url.href} lies outside; named by ${from}`);
    const key = keyOf(url);
    if (key === null || known.has(key)) return;
    known.add(key);
    queue.push({ url, from, status });
  };
  const ask = async ({ url, from, status }: (typeof queue)[number]) => {
    const response = await fetch(url, { headers: { connection: 'close' } });
    const text = NAMES_ADDRESSES.test(response.headers.get('content-type') ?? '')
      ? await response.text()
      : void (await response.arrayBuffer());
    const isRight = status === null ? response.status < 400 : response.status === status;
    if (!isRight) failures.push(`${response.status} for ${url.href}; named by ${from}`);
    if (response.redirected) take(new URL(response.url), url.href, null);
    if (!text || expanded.has(url.pathname)) return;
    expanded.add(url.pathname);
    for (const found of addressesIn(text, new URL(response.url))) take(found, url.href, null);
  };
  for (const [path, status] of Object.entries(starts)) take(new URL(path, origin), 'the start', status);
  while (queue.length > 0) await Promise.all(queue.splice(0, atOnce).map(ask));
  return { asked: known.size, failures };
}
