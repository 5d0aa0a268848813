import { bandSteps, boxSteps, type Grid, type Step } from './short-boxes';

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

const HUNDRED = 100;
const [COMMA, MINUS, DOT, ZERO, NINE] = [44, 45, 46, 48, 57];

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Reads the numbers and commands of an outline one after the other, by their characters: a page has some hundred thousand. */
class Reader {
  #at = 0;
  /** The number that was read, in hundredths; meant where {@link next} has said `number`. */
  value = 0;
  /** The letter that was read. */
  letter = '';

  constructor(readonly text: string) {}

  next(): 'number' | 'letter' | 'end' | 'other' {
    const { text } = this;
    let code = text.charCodeAt(this.#at);
    while (code === COMMA || code === 32 || code === 10) code = text.charCodeAt(++this.#at);
    if (Number.isNaN(code)) return 'end';
    if (!isDigit(code) && code !== MINUS && code !== DOT) {
      this.letter = text[this.#at++]!;
      return 'mlhvzMLHVZ'.includes(this.letter) ? 'letter' : 'other';
    }
    const isNegative = code === MINUS;
    if (isNegative) code = text.charCodeAt(++this.#at);
    let [whole, digits, parts, places] = [0, 0, 0, 0];
    for (; isDigit(code); code = text.charCodeAt(++this.#at), digits++) whole = whole * 10 + code - ZERO;
    if (code === DOT) {
      code = text.charCodeAt(++this.#at);
      for (; isDigit(code); code = text.charCodeAt(++this.#at), places++) parts = parts * 10 + code - ZERO;
    }
    // What is finer than hundredths would be rounded, and 1e3 is written by nobody here.
    if (places > 2 || digits + places === 0 || code === 101) return 'other';
    const value = whole * HUNDRED + (places === 1 ? parts * 10 : parts);
    this.value = isNegative ? -value : value;
    return 'number';
  }
}

/** The steps of an outline of straight lines, in hundredths of a pixel, each from the point before; null where it has others, or finer numbers. */
function stepsOf(d: string): Step[] | null {
  const steps: Step[] = [];
  const reader = new Reader(d);
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let [command, isAbsolute]: [string, boolean] = ['', false];
  let first: number | null = null;
  const go = (kind: 'm' | 'l', dx: number, dy: number) => {
    steps.push([kind, dx, dy]);
    x += dx;
    y += dy;
    if (kind !== 'm') return;
    startX = x;
    startY = y;
  };
  for (let token = reader.next(); token !== 'end'; token = reader.next()) {
    const { value } = reader;
    if (token === 'other') return null;
    if (token === 'letter') {
      command = reader.letter.toLowerCase();
      isAbsolute = reader.letter !== command;
      if (first !== null) return null;
      if (command !== 'z') continue;
      steps.push(['z', 0, 0]);
      [x, y] = [startX, startY];
    } else if (command === 'h') go('l', isAbsolute ? value - x : value, 0);
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

/** Writes steps of whole numbers in as few characters as it takes. */
function written(steps: readonly Step[], [across, down]: Grid): string {
  let d = '';
  let last = '';
  const put = (command: string, value: number) => {
    d += command !== last ? command : value < 0 ? '' : ' ';
    d += value;
    last = command;
  };
  for (let at = 0; at < steps.length; at++) {
    const [kind, byX, byY] = steps[at]!;
    const dx = byX / across;
    const dy = byY / down;
    if (kind === 'z') {
      d += 'z';
      last = 'z';
      continue;
    }
    const next = steps[at + 1];
    const isStraightOn = next === undefined || next[0] !== 'l' || next[1] === 0 || next[2] === 0;
    const isUpright = dx === 0 || dy === 0;
    if (kind === 'l' && isUpright && (last !== 'l' || isStraightOn)) {
      put(dx === 0 ? 'v' : 'h', dx === 0 ? dy : dx);
      continue;
    }
    if (kind === 'm') last = '';
    put(kind, dx);
    put(kind, dy);
    // Pairs behind a move are lines already.
    last = 'l';
  }
  return d;
}

/**
 * Outlines of bars of more steps than these are placed by halves of a pixel, and across by whole ones: where bars are narrower than eight, and than three. Where
 * they are narrower than one, and of what is faint, it is whole ones up and down as well.
 */
const [MANY_STEPS, TOO_MANY, FAR_TOO_MANY] = [360, 540, 2_400];
/** Outlines of other areas of more steps than these are placed by halves of a pixel, and by whole ones; lines by halves. */
const [MANY_POINTS, TOO_MANY_POINTS] = [200, 400];

/** The grid of boxes. */
function boxGrid({ length }: readonly Step[], isFaint: boolean): Grid {
  if (length <= MANY_STEPS) return [1, 1];
  if (length <= TOO_MANY) return [50, 50];
  return [100, isFaint || length > FAR_TOO_MANY ? 100 : 50];
}

/** The grid of what else is filled, and of lines. */
function pointGrid({ length }: readonly Step[], isFilled: boolean): Grid {
  if (length <= MANY_POINTS) return [1, 1];
  return isFilled && length > TOO_MANY_POINTS ? [100, 100] : [50, 50];
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
function nearest(steps: readonly Step[], [across, down]: Grid, isFilled: boolean): readonly Step[] {
  const placed: Step[] = [];
  let [x, y, atX, atY] = [0, 0, 0, 0];
  for (const [kind, dx, dy] of steps) {
    x += dx;
    y += dy;
    const byX = Math.round(x / across) * across - atX;
    const byY = Math.ceil(y / down - 0.5) * down - atY;
    atX += byX;
    atY += byY;
    const last = placed.at(-1);
    const isAlong =
      isFilled &&
      kind === 'l' &&
      last?.[0] === 'l' &&
      ((last[1] === 0 && byX === 0) || (last[2] === 0 && byY === 0));
    if (isAlong) placed.pop();
    const step: Step = isAlong ? ['l', last[1] + byX, last[2] + byY] : [kind, byX, byY];
    // A line of no length is a dot, if its ends are round.
    const isDot = !isFilled && last?.[0] === 'm';
    if (kind === 'm' || isDot || step[1] !== 0 || step[2] !== 0) placed.push(step);
  }
  return placed;
}

function parts(steps: readonly Step[]): number {
  return steps.filter(([kind]) => kind === 'm').length;
}

/** Steps on a grid that suits so many. No part of the outline is lost by it. */
function onGrid(steps: readonly Step[], { isFilled, isFaint }: PathUse): readonly Step[] {
  // Where a line is closed, the next one begins elsewhere than where it has come to.
  if (steps.some(([kind]) => kind === 'z')) return steps;
  const isUpright = steps.every(([kind, x, y]) => kind !== 'l' || x === 0 || y === 0);
  const grid = isUpright && isFilled ? boxGrid(steps, isFaint) : pointGrid(steps, isFilled);
  if (grid[0] === 1) return steps;
  if (isUpright) return isFilled ? (boxSteps(steps, grid) ?? bandSteps(steps, grid) ?? steps) : steps;
  const placed = nearest(steps, grid, isFilled);
  if (!isFilled) return placed;
  const seen = withArea(placed);
  return parts(seen) < parts(withArea(steps)) ? steps : seen;
}

/**
 * The same outline in fewer characters: each point from the one before, in whole numbers. Of many steps the points are placed by half a pixel or a whole one,
 * and what is narrower is drawn so wide. Null where that is not shorter.
 */
export function shortPath(d: string, use: PathUse): ShortPath | null {
  const { mayScale, isFilled } = use;
  // Whole steps are as short as they can be.
  if (!/[.HLV]/.test(d)) return null;
  const read = stepsOf(d);
  if (read === null) return null;
  // What is filled is closed.
  const known = isFilled && read.at(-1)?.[0] === 'z' ? read.slice(0, -1) : read;
  const steps = onGrid(known, use);
  const unitOf = (at: 1 | 2) => UNITS.find((one) => steps.every((step) => step[at] % one === 0)) ?? 1;
  const [x, y] = [unitOf(1), unitOf(2)];
  // A line is as wide across as down.
  const unit: Grid = isFilled ? [x, y] : [Math.min(x, y), Math.min(x, y)];
  if (Math.min(...unit) < HUNDRED && !mayScale) return null;
  const short = written(steps, unit);
  if (short.length >= d.length) return null;
  return { d: short, unit: [unit[0] / HUNDRED, unit[1] / HUNDRED] };
}
