import type { Paint } from '../scene/paint';

/** Classes of value of a shaded map. */
const SHADES = 5;
/** They go by the square root, of hexagons by the cube root, for counts of small places are far from even. */
export type Root = 2 | 3;

/** The greatest value of each shade, ascending; empty where there is nothing to shade. */
export type Shades = readonly number[];

/** The shades of counts up to `most`. */
export function countShades(most: number, root: Root): Shades {
  if (most <= 0) return [];
  return Array.from({ length: SHADES }, (_, at) => most * ((at + 1) / SHADES) ** root);
}

/** A number with two digits that count, no smaller than it. */
function roundedUp(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(2));
}

/** The shades of rates up to `most`, with ends as a legend can write them. */
export function rateShades(most: number): Shades {
  return countShades(most, 2).map(roundedUp);
}

/** Which shade a value has, from 1 on; 0 for nothing. */
export function shadeOf(value: number | null, shades: Shades): number {
  if (value === null || value <= 0) return 0;
  const at = shades.findIndex((top) => value <= top * (1 + 1e-9));
  return at === -1 ? shades.length : at + 1;
}

/** The least and the greatest whole value of each shade of counts that has any. */
export function shadeSteps(
  shades: Shades,
): readonly { readonly shade: number; readonly from: number; readonly to: number }[] {
  const top = (at: number) => (at < 0 ? 0 : Math.floor(shades[at]! + 1e-9));
  return shades
    .map((_, at) => ({ shade: at + 1, from: top(at - 1) + 1, to: top(at) }))
    .filter(({ from, to }) => to >= from);
}

/** How much of the colour a shade has; that of nothing the least. */
export function shadeOpacity(shade: number): number {
  return shade === 0 ? 0.1 : Math.round((0.2 + 0.68 * (shade / SHADES) ** 1.1) * 100) / 100;
}

/** The colour of land, as a map has it beneath its regions. */
export function landColour(paint: Paint): string {
  return mixed(paint('--line'), paint('--page'), LAND);
}
/** How much of its colour land has. */
export const LAND = 0.45;

/** The opaque colour of a shade. Where nothing happened land is tinted a little, for a paler colour would be that of water. */
export function shadeColour(shade: number, paint: Paint): string {
  const beneath = shade === 0 ? landColour(paint) : paint('--page');
  return mixed(paint('--accent'), beneath, shadeOpacity(shade));
}

/** A colour with so much of another beneath it, opaque, so that nothing that lies under it changes it. */
export function mixed(colour: string, beneath: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (!/^#[0-9a-f]{6}$/i.test(colour) || !/^#[0-9a-f]{6}$/i.test(beneath))
    return `color-mix(in srgb, ${colour} ${Math.round(share * 100)}%, ${beneath})`;
  const under = parts(beneath);
  const made = parts(colour).map((part, at) => Math.round(part * share + under[at]! * (1 - share)));
  return `#${made.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
