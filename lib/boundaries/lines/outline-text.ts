/** Whole numbers beside each other, as short as SVG can read them. */
export function wholeText(numbers: readonly number[]): string {
  return numbers.map((value, at) => (at > 0 && value >= 0 ? ` ${value}` : `${value}`)).join('');
}

/** A line through points of whole numbers as SVG: the first where it is, all others from the one before. Empty where nothing is left of it. */
export function lineText(points: readonly (readonly [x: number, y: number])[], isClosed: boolean): string {
  const steps: number[] = [];
  for (let at = 1; at < points.length; at++) {
    const [dx, dy] = [points[at]![0] - points[at - 1]![0], points[at]![1] - points[at - 1]![1]];
    if (dx !== 0 || dy !== 0) steps.push(dx, dy);
  }
  if (steps.length < (isClosed ? 4 : 2)) return '';
  return `M${wholeText([...points[0]!])}l${wholeText(steps)}${isClosed ? 'z' : ''}`;
}
