// @vitest-environment jsdom
import { cleanup, render, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Opening } from '@/components/open/opening';
import { ProblemLine } from './refusal';
import { useKeptFile } from './use-kept-file';

vi.mock('./kept-file', () => ({ keptFile: async () => null }));
afterEach(cleanup);

const file = new File(['x'], 'x.csv');
const at = (state: object) => state as Opening;
const EXAMINING = at({ step: 'examining', file, progress: null });
const REFUSED = at({ step: 'refused', file, problems: [] });
const MAPPING = at({ step: 'mapping', file });
const OPEN = at({ step: 'open', from: { step: 'mapping', file } });

describe('a file that nothing keeps', () => {
  it.each([
    ['none', at({ step: 'idle', failure: null }), false, false],
    ['one that is looked at', EXAMINING, true, false],
    ['one that could not be opened', REFUSED, false, false],
    ['one whose columns are told', MAPPING, true, true],
    ['one that is open', OPEN, true, true],
  ])('is asked for before the page goes, and before another takes its place: %s', (_, state, asks, risk) => {
    const { result } = renderHook(() => useKeptFile(state, () => {}));
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(asks);
    expect(result.current.atRisk).toBe(risk ? file : null);
  });
});

describe('a problem in words', () => {
  it('says once what to do', () => {
    const problem = { file: 'x', row: null, column: null, value: null, code: 'refused-format' };
    const said = (reason: string) => {
      const { container } = render(<ProblemLine problem={{ ...problem, reason }} />);
      return container.textContent?.match(/save the table/gi)?.length;
    };
    expect(said('this is a web page, which is not read. Save the table on it as CSV')).toBe(1);
    expect(said('archives inside archives are opened 3 deep')).toBe(1);
  });
});
