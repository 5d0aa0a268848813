import { darkPaint, lightPaint, type Paint, type Token } from '../../render/scene/paint';
import { COLOURS } from '../../render/scene/palette';

const TOKENS: readonly Token[] = [
  '--page',
  '--raised',
  '--line',
  '--line-strong',
  '--ink',
  '--ink-2',
  '--ink-3',
  '--accent',
  ...COLOURS.light.map((_, at): Token => `--group-${at + 1}`),
  '--group-several',
  '--group-none',
  '--group-other',
  '--group-all',
];

export const PAGE_THEMES = ['auto', 'light', 'dark'] as const;
export type PageTheme = (typeof PAGE_THEMES)[number];

/** Below the first width the narrow drawing is shown, from the second on the wide one. */
const BREAKS = [560, 900] as const;
/** The widths at which the drawings of a page are drawn; the page scales each to its own. */
export const DRAWING_WIDTHS = [360, 680, 1000] as const;

/** On a narrow screen a row of a table is a block: its cells one after the other, each after the name of its column. */
export const NARROW_ROWS = `@media screen and (max-width:700px){table,thead,.rows,.rows tr:not([hidden]),.rows td{display:block}
.rows tr.row{display:flex;flex-wrap:wrap;gap:0 16px;padding:8px 0;border-bottom:1px solid var(--line)}.rows td{padding:0;border:0;text-align:left;white-space:normal;overflow-wrap:anywhere}.rows :is(td.day,td.title){flex:0 0 100%}.rows td[data-label]::before{content:attr(data-label) ' ';color:var(--ink-3);font-size:12px}}`;

/** The colours one by one: `light-dark()` is not known everywhere, and a page without colours is black. */
function tokensOf(paint: Paint): string {
  return TOKENS.map((token) => `${token}:${paint(token)}`).join(';');
}

/** The styles of a page that stands alone: the colours of the theme, and the few rules it needs. */
export function pageStyles(theme: PageTheme): string {
  const light = tokensOf(lightPaint);
  const dark = `color-scheme:dark;${tokensOf(darkPaint)}`;
  const scheme = theme === 'auto' ? 'light dark' : theme;
  const onDark = theme === 'auto' ? '@media screen and (prefers-color-scheme:dark)' : '@media screen';
  return `:root{color-scheme:${scheme};${light}}
${theme === 'light' ? '' : `${onDark}{:root{${dark}}}`}
*{box-sizing:border-box}
body{margin:0;padding:12px;background:var(--page);color:var(--ink);font:14px/20px Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{margin:0;font-size:17px;line-height:24px}h2{margin:24px 0 4px;font-size:15px}p{margin:4px 0}
a{color:var(--accent)}svg{display:block;width:100%;height:auto;font-family:inherit}img{width:100%}
svg.defs{position:absolute;width:0;height:0}
.kicker,.foot,.note{color:var(--ink-2);font-size:12px;line-height:16px;overflow-wrap:anywhere}
.foot{margin-top:12px;padding-top:8px;border-top:1px solid var(--line)}
.d2,.d3{display:none}
@media (min-width:${BREAKS[0]}px){.d1,.d3{display:none}.d2{display:block}}
@media (min-width:${BREAKS[1]}px){.d1,.d2{display:none}.d3{display:block}}
@media (scripting:none){.live{display:none}}
.scroll{overflow-x:auto}
.held{max-height:420px;overflow-y:auto}.held thead{position:sticky;top:0;background:var(--page)}
table{border-collapse:collapse;width:100%;margin-top:8px}
th,td{padding:4px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap}@media screen{td.day{min-width:96px}}
button,input{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line-strong);border-radius:4px;padding:2px 8px;min-height:28px}
th button{border:0;padding:0;font-weight:600;min-height:24px;cursor:pointer}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 12px;margin:4px 0}dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:break-word}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@page{margin:14mm 12mm 16mm;@bottom-right{content:counter(page) ' / ' counter(pages);font-size:9pt}}
@media print{:root{color-scheme:light}.controls,tr.row td:last-child,thead th:last-child{display:none}.scroll{overflow:visible}td{overflow-wrap:break-word}th,td{padding:4px}th.n{white-space:normal}thead,tr.row{font-size:12px;line-height:16px}.wide :is(thead,tr.row){font-size:10px;line-height:14px}.wide :is(th,td){padding:3px}tr.row:not([hidden])+tr.details{display:table-row!important}thead{display:table-header-group}h2,p:has(+.live),tr.row{break-after:avoid}tr.row,.live{break-inside:avoid}tr.details{font-size:11px;line-height:15px}tr.details dl{margin:0}}
`;
}

/** The styles of a page for a frame. Nothing can be sorted there: where rows are blocks the names of the columns stand in them. */
export function embedStyles(theme: PageTheme): string {
  return `${pageStyles(theme)}${NARROW_ROWS}@media screen and (max-width:700px){.held thead{display:none}}`;
}
