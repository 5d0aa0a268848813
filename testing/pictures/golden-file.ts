import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const FOLDER = new URL('../../lib/render/goldens/', import.meta.url);

/** One element a line, so that a difference can be read. */
function broken(svg: string): string {
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

/**
 * For tests: compares a picture with the golden file `goldens/<name>.svg`. Where it differs, the new picture is written
 * beside it as `<name>-changed.svg`, to be looked at; `UPDATE_GOLDENS=1` makes it the golden.
 */
export function expectGolden(name: string, svg: string): void {
  const [golden, changed] = [new URL(`${name}.svg`, FOLDER), new URL(`${name}-changed.svg`, FOLDER)];
  const drawn = broken(svg);
  mkdirSync(FOLDER, { recursive: true });
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, drawn);
  const known = existsSync(golden) ? readFileSync(golden, 'utf8') : null;
  if (known === drawn) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, drawn);
  expect.fail(
    `${name}.svg ${known === null ? 'does not exist' : 'differs'}: look at goldens/${name}-changed.svg`,
  );
}
