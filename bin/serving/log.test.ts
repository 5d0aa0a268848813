import { afterEach, describe, expect, it } from 'vitest';
import { isStructured, structureConsole } from './log.mjs';

const own = { ...console };
afterEach(() => void Object.assign(console, own));

describe('the log', () => {
  it.each([
    [{}, true, false],
    [{}, false, true],
    [{ ANNALS_LOG: 'json' }, true, true],
    [{ ANNALS_LOG: 'text' }, false, false],
  ])('with %j on a terminal (%s) is JSON: %s', (env, terminal, json) => {
    expect(isStructured(env, terminal)).toBe(json);
  });

  it('writes whatever is said as one line', () => {
    const lines: string[] = [];
    structureConsole((line) => lines.push(line));
    console.log('annals: ready at %s', 'here');
    console.error(new Error('two\nlines'));
    Object.assign(console, own);
    const [ready, broken] = lines.map((line) => JSON.parse(line));
    expect(ready).toMatchObject({ level: 'info', event: 'message', message: 'ready at here' });
    expect(broken).toMatchObject({ level: 'error', message: expect.stringContaining('two\nlines') });
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  });
});
