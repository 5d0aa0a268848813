/** Classes of value of a shaded map. */
const SHADES = 5;
/** They go by the square root, of hexagons by the cube root, for counts of small places are far from even. */
export type Root = 2 | 3;

/** Which shade a value has, from 1 to {@link SHADES}; 0 for none. */
export function shadeOf(value: number | null, most: number, root: Root): number {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil(SHADES * (value / most) ** (1 / root) - 1e-9));
}

/** The least and the greatest whole value of each shade that has any. */
export function shadeSteps(
  most: number,
  root: Root,
): readonly { readonly shade: number; readonly from: number; readonly to: number }[] {
  const top = (shade: number) => Math.floor(most * (shade / SHADES) ** root + 1e-9);
  return Array.from({ length: SHADES }, (_, at) => ({
    shade: at + 1,
    from: top(at) + 1,
    to: top(at + 1),
  })).filter(({ from, to }) => to >= from);
}

/** How much of the colour a shade has. */
export function shadeOpacity(shade: number): number {
  return 0.12 + 0.74 * (shade / SHADES) ** 1.2;
}
