/** Whole numbers beside each other, as short as SVG can read them. */
export function wholeText(numbers: readonly number[]): string {
  let text = '';
  for (let at = 0; at < numbers.length; at++) {
    const value = numbers[at]!;
    text += at > 0 && value >= 0 ? ` ${value}` : `${value}`;
  }
  return text;
}

/** A line through points of whole numbers, x and y by turns, as SVG: the first where it is, all others from the one before. Empty where nothing is left of it. */
export function lineText(points: readonly number[], isClosed: boolean): string {
  const steps: number[] = [];
  for (let at = 2; at < points.length; at += 2) {
    const [dx, dy] = [points[at]! - points[at - 2]!, points[at + 1]! - points[at - 1]!];
    if (dx !== 0 || dy !== 0) steps.push(dx, dy);
  }
  if (steps.length < (isClosed ? 4 : 2)) return '';
  return `M${wholeText(points.slice(0, 2))}l${wholeText(steps)}${isClosed ? 'z' : ''}`;
}
