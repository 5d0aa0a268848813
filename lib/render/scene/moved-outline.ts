function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A command of an outline in absolute coordinates, moved. Arcs keep their radii, angle and flags. */
function movedCommand(name: string, numbers: readonly number[], dx: number, dy: number): string {
  const by = (at: number) => {
    if (name === 'H') return dx;
    if (name === 'V') return dy;
    if (name === 'A') return at % 7 === 5 ? dx : at % 7 === 6 ? dy : 0;
    return at % 2 === 0 ? dx : dy;
  };
  return name + numbers.map((value, at) => rounded(value + by(at))).join(' ');
}

/** An outline moved by so many pixels; of the commands M, L, H, V, A and Z with absolute coordinates. */
export function movedOutline(d: string, dx: number, dy: number): string {
  return [...d.matchAll(/([MLHVAZ])([^MLHVAZ]*)/g)]
    .map(([, name = '', rest = '']) => {
      const numbers = [...rest.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
      return name === 'Z' ? 'Z' : movedCommand(name, numbers, dx, dy);
    })
    .join('');
}
