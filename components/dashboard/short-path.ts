/** An outline in other numbers: each is so many of `unit`, in pixels, across and down. */
export interface ShortPath {
  readonly d: string;
  readonly unit: readonly [x: number, y: number];
}

/** How a path is drawn: whether its numbers can be scaled, and whether it is filled alone. */
export interface PathUse {
  readonly mayScale: boolean;
  readonly isFilled: boolean;
  /** It hardly stands out from what lies beneath it. */
  readonly isFaint: boolean;
}

type Step = readonly [command: 'm' | 'l' | 'z', x: number, y: number];

const HUNDRED = 100;
/** A number, or the letter of a command, or what stands between them, or what no such outline has. */
const TOKEN = /-?(?:\d+\.?\d*|\.\d+)|[mlhvz]|[\s,]+|./gi;

/** The steps of an outline of straight lines, in hundredths of a pixel, each from the point before; null where it has others, or finer numbers. */
function stepsOf(d: string): readonly Step[] | null {
  const steps: Step[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let [command, isAbsolute]: [string, boolean] = ['', false];
  let first: number | null = null;
  const go = (kind: 'm' | 'l', dx: number, dy: number) => {
    steps.push([kind, dx, dy]);
    [x, y] = [x + dx, y + dy];
    if (kind === 'm') [startX, startY] = [x, y];
  };
  for (const [token] of d.matchAll(TOKEN)) {
    const exact = Number(token) * HUNDRED;
    const value = Math.round(exact);
    if (token.trim() === '' || token === ',') continue;
    if (Number.isNaN(exact)) {
      command = token.toLowerCase();
      isAbsolute = token !== command;
      if (first !== null || !'mlhvz'.includes(command)) return null;
      if (command !== 'z') continue;
      steps.push(['z', 0, 0]);
      [x, y] = [startX, startY];
    } else if (Math.abs(value - exact) > 1e-6) return null;
    else if (command === 'h') go('l', isAbsolute ? value - x : value, 0);
    else if (command === 'v') go('l', 0, isAbsolute ? value - y : value);
    else if (first === null) first = value;
    else if (command === 'm' || command === 'l') {
      go(command, isAbsolute ? first - x : first, isAbsolute ? value - y : value);
      first = null;
      // Further pairs behind a move are lines.
      command = 'l';
    } else return null;
  }
  return first === null ? steps : null;
}

/** By how many hundredths of a pixel points are placed, across and down: 1 is as they are. */
type Grid = readonly [x: number, y: number];

/** Writes steps of whole numbers in as few characters as it takes. */
function written(steps: readonly Step[], [across, down]: Grid): string {
  let [d, last] = ['', ''];
  const put = (command: string, ...values: readonly number[]) => {
    values.forEach((value, at) => {
      const isNamed = at === 0 && command !== last;
      d += `${isNamed ? command : value < 0 ? '' : ' '}${value}`;
    });
    // Pairs behind a move are lines already.
    last = command === 'm' ? 'l' : command;
  };
  steps.forEach(([kind, byX, byY], at) => {
    const [dx, dy] = [byX / across, byY / down];
    if (kind === 'z') {
      d += last = 'z';
    } else if (kind === 'm') {
      last = '';
      put('m', dx, dy);
    } else {
      const next = steps[at + 1];
      const isStraightOn = next === undefined || next[0] !== 'l' || next[1] === 0 || next[2] === 0;
      const isAxis = dx === 0 || dy === 0;
      if (isAxis && (last !== 'l' || isStraightOn)) put(dx === 0 ? 'v' : 'h', dx === 0 ? dy : dx);
      else put('l', dx, dy);
    }
  });
  return d;
}

/**
 * Outlines of bars of more steps than these are placed by halves of a pixel, and across by whole ones: where bars are narrower than eight, and than three. Where
 * they are narrower than one, and of what is faint, it is whole ones up and down as well.
 */
const [MANY_STEPS, TOO_MANY, FAR_TOO_MANY] = [360, 540, 2_400];
/** Outlines of other areas of more steps than these are placed by halves of a pixel, and by whole ones; lines by halves. */
const [MANY_POINTS, TOO_MANY_POINTS] = [200, 400];

function gridOf(steps: readonly Step[], { isFilled, isFaint }: PathUse): Grid {
  const { length } = steps;
  // Where a line is closed, the next one begins elsewhere than where it has come to.
  if (steps.some(([kind]) => kind === 'z')) return [1, 1];
  const isUpright = steps.every(([kind, x, y]) => kind !== 'l' || x === 0 || y === 0);
  if (!isUpright) {
    if (length <= MANY_POINTS) return [1, 1];
    return isFilled && length > TOO_MANY_POINTS ? [100, 100] : [50, 50];
  }
  if (!isFilled || length <= MANY_STEPS) return [1, 1];
  if (length <= TOO_MANY) return [50, 50];
  return [100, isFaint || length > FAR_TOO_MANY ? 100 : 50];
}

/** The coarsest of these, in hundredths of a pixel, in which all steps are whole numbers. */
const UNITS = [100, 50, 10];

/** An outline without the parts, each a move and what follows it, that have no area. */
function withArea(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = [];
  let [from, aheadX, aheadY] = [0, 0, 0];
  const end = (to: number) => {
    const part = steps.slice(from + 1, to);
    const isSeen = part.some(([, x]) => x !== 0) && part.some(([, , y]) => y !== 0);
    if (isSeen) kept.push(['m', aheadX, aheadY], ...part);
    if (isSeen) [aheadX, aheadY] = [0, 0];
    else for (const [, x, y] of part) [aheadX, aheadY] = [aheadX + x, aheadY + y];
    from = to;
  };
  steps.forEach(([kind, x, y], at) => {
    if (kind !== 'm') return;
    if (at > 0) end(at);
    [aheadX, aheadY] = [aheadX + x, aheadY + y];
  });
  end(steps.length);
  return kept;
}

/** Steps between the points of a grid that are nearest; of a filled outline those along a line are one. */
function onGrid(steps: readonly Step[], [across, down]: Grid, isFilled: boolean): readonly Step[] {
  if (across === 1) return steps;
  const placed: Step[] = [];
  let [x, y, atX, atY] = [0, 0, 0, 0];
  for (const [kind, dx, dy] of steps) {
    [x, y] = [x + dx, y + dy];
    // What lies between two is placed higher, for bars stand on what lies beneath.
    const [toX, toY] = [Math.round(x / across) * across, Math.ceil(y / down - 0.5) * down];
    const [byX, byY] = [toX - atX, toY - atY];
    [atX, atY] = [toX, toY];
    const last = placed.at(-1);
    const isAlong =
      isFilled &&
      kind === 'l' &&
      last?.[0] === 'l' &&
      ((last[1] === 0 && byX === 0) || (last[2] === 0 && byY === 0));
    if (isAlong) placed.pop();
    const step: Step = isAlong ? ['l', last[1] + byX, last[2] + byY] : [kind, byX, byY];
    if (kind === 'm' || step[1] !== 0 || step[2] !== 0) placed.push(step);
  }
  return isFilled ? withArea(placed) : placed;
}

/**
 * The same outline in fewer characters: each point from the one before, in whole numbers. Of many steps the points are moved by less than anybody sees. Null where
 * that is not shorter.
 */
export function shortPath(d: string, use: PathUse): ShortPath | null {
  const { mayScale, isFilled } = use;
  // Whole steps are as short as they can be.
  if (!/[.HLV]/.test(d)) return null;
  const read = stepsOf(d);
  if (read === null) return null;
  // What is filled is closed.
  const known = isFilled && read.at(-1)?.[0] === 'z' ? read.slice(0, -1) : read;
  const steps = onGrid(known, gridOf(known, use), isFilled);
  const unitOf = (at: 1 | 2) => UNITS.find((one) => steps.every((step) => step[at] % one === 0)) ?? 1;
  const [x, y] = [unitOf(1), unitOf(2)];
  // A line is as wide across as down.
  const unit: Grid = isFilled ? [x, y] : [Math.min(x, y), Math.min(x, y)];
  if (Math.min(...unit) < HUNDRED && !mayScale) return null;
  const short = written(steps, unit);
  if (short.length >= d.length) return null;
  return { d: short, unit: [unit[0] / HUNDRED, unit[1] / HUNDRED] };
}
