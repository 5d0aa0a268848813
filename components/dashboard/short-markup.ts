import { shortPath } from './short-path';

/** Elements of drawings that hold nothing; no element of HTML is called so, thus each is one of SVG, which a slash can close. */
const EMPTY_SHAPE = /(<(path|rect|circle|line|use|stop)\b[^>]*)><\/\2>/g;

/** Ends that a browser reads into a text where they are left out: of parts of tables and lists, before the next part or the end of the whole. */
const OPTIONAL_END =
  /<\/t[dh]>(?=<t[dh][ >]|<\/tr>)|<\/tr>(?=<tr[ >]|<\/t(?:head|body)>)|<\/li>(?=<li[ >]|<\/[uo]l>)|<\/d[td]>(?=<d[td][ >]|<\/dl>)|<\/option>(?=<option[ >]|<\/select>)/g;

/** What may not stand in a value without quotation marks. */
const QUOTED = /[\s"'=<>`]/;

/** What stands between keys of an address, where no browser could read it as the beginning of a character's name. */
const AMPERSAND = /&amp;(?=[a-z]+=|\.)/g;

const OPENING = /<[a-z][^\s>/]*(?: [^\s=>/]+(?:="[^"]*")?)+\/?>/gi;
/** Says nothing in HTML, whose elements alone React writes with it. */
const VOID_SLASH = /\/>$/;
const ATTRIBUTE = / ([^\s=>/]+)="([^"]*)"/g;

/** Outlines that are worth a second look; one that is shared, which alone begins with its name, has had it. */
const LONG_PATH = /<path (?!id=)[^>]*\bd="[^"]{200,}"[^>]*>/;
/** A group that says how what is in it is drawn. What styles say of groups is not known here: none may give one a stroke. */
const SETS = / (?:stroke|stroke-[a-z]+|text-anchor)="| fill="none"/;

/** Changes what is found outside of such groups, where each element says itself how it is drawn. */
function changedOutside(markup: string, what: RegExp, change: (found: string) => string): string {
  const around: boolean[] = [];
  return markup.replace(new RegExp(`</?(?:g|svg)(?: [^>]*)?>|${what.source}`, 'g'), (found) => {
    if (/^<\//.test(found)) around.pop();
    else if (/^<(?:g|svg)[ >]/.test(found)) around.push(SETS.test(found));
    else if (!around.includes(true)) return change(found);
    return found;
  });
}

const OUTLINE = / d="([^"]*)"/;
/** What is measured in the numbers of an outline, and would have to be scaled with them, or cannot be. */
const LENGTHS = / (stroke-width|stroke-dasharray|stroke-dashoffset)="([^"]*)"/g;
const UNSCALED = / (?:transform|class|style|vector-effect|marker-[a-z]+)="|="url\(/;

const FAINT = / fill-opacity="0\.1\d*"/;

/** A long path with a shorter outline of the same points. */
function shortOutline(tag: string): string {
  const isFilled = !/ stroke="/.test(tag);
  const use = {
    mayScale: !UNSCALED.test(tag),
    isFilled: isFilled && !/ fill="none"/.test(tag),
    isFaint: FAINT.test(tag),
  };
  const short = shortPath(OUTLINE.exec(tag)?.[1] ?? '', use);
  if (short === null) return tag;
  const outline = ` d="${short.d}"`;
  const [x, y] = short.unit;
  if (x === 1 && y === 1) return tag.replace(OUTLINE, outline);
  const scaled = (value: string) => String(Math.round((1e4 * Number(value)) / y) / 1e4);
  const lengths = tag.replace(
    LENGTHS,
    (_, name: string, values: string) =>
      ` ${name}="${values
        .split(/[\s,]+/)
        .map(scaled)
        .join(' ')}"`,
  );
  const isThin = !isFilled && !/ stroke-width="/.test(tag);
  const width = isThin ? ` stroke-width="${scaled('1')}"` : '';
  return lengths.replace(
    OUTLINE,
    `${outline} transform="scale(${[...new Set([x, y])].join().replaceAll('0.', '.')})"${width}`,
  );
}

/** An outline that is drawn twice, one over the other. */
const TWICE = /<path d="([^"]{200,})"([^>]*)><\/path><path d="\1"([^>]*)><\/path>/g;
const PLACED = / d="[^"]*"(?: transform="[^"]*")?/;

/** Two drawings of an outline as two uses of it. */
function usedTwice(id: string, d: string, looks: readonly string[]): string {
  const tags = looks.map((look) => shortOutline(`<path d="${d}"${look}>`));
  const [first, second] = tags.map((tag) => PLACED.exec(tag)?.[0]);
  const uses = tags.map((tag) => `${tag.replace(PLACED, '').replace('<path', `<use href="#${id}"`)}</use>`);
  const drawn = looks.map((look) => `<path d="${d}"${look}></path>`);
  if (first !== second) return drawn.join('');
  return `<defs><path id="${id}"${first}></path></defs>${uses.join('')}`;
}

/** The hatchings of a drawing, of which most use none. */
const PATTERN = /<pattern id="([^"]+)".*?<\/pattern>/g;

/** What drawings say that would be so without it. */
const SAID = / stroke-width="1"| text-anchor="start"/;

/**
 * Markup as React writes it, in fewer characters: a browser makes the same elements of it, with the same attributes, except that an address which begins with
 * `path` and has a query keeps the query alone, and that long outlines are written in other numbers, and once
 * where they are drawn twice. For markup that stands in a page at that path, in which `name` begins no other id.
 */
export function shortMarkup(markup: string, path: string, name: string): string {
  let shared = 0;
  const attribute = (_: string, key: string, value: string) => {
    if (value === '') return ` ${key}`;
    const isBelow = key === 'href' && value.startsWith(path) && value[path.length] === '?';
    const told = (isBelow ? value.slice(path.length) : value).replace(AMPERSAND, '&');
    const text = key.endsWith('-opacity') ? told.replace(/^0\./, '.') : told;
    return QUOTED.test(text) ? ` ${key}="${text}"` : ` ${key}=${text}`;
  };
  const told = markup
    .replace(PATTERN, (pattern, id: string) => (markup.includes(`url(#${id})`) ? pattern : ''))
    .replaceAll('<defs></defs>', '')
    .replaceAll('<g></g>', '');
  const once = changedOutside(told, SAID, () => '').replace(
    TWICE,
    (_, d: string, first: string, second: string) =>
      usedTwice(`${name}-outline-${shared++}`, d, [first, second]),
  );
  return (
    changedOutside(once, LONG_PATH, shortOutline)
      .replace(OPTIONAL_END, '')
      .replace(OPENING, (tag) => tag.replace(VOID_SLASH, '>').replace(ATTRIBUTE, attribute))
      // Right behind a value without quotation marks a slash would be a part of it.
      .replace(EMPTY_SHAPE, (_, tag: string) => (tag.endsWith('"') ? `${tag}/>` : `${tag} />`))
  );
}
