import { describe, expect, it } from 'vitest';
import type { DatasetId } from '@/lib/series/model';
import { toDay } from '@/lib/time/day';
import { defaultView } from '@/lib/view/keys';
import { serializeView } from '@/lib/view/serialize';
import { presetsOf } from './presets';

const view = defaultView('test' as DatasetId);

function addresses(from: ReturnType<typeof toDay>, to: ReturnType<typeof toDay>) {
  return presetsOf(view, { from, to }).map((preset) => [preset.label, serializeView(preset.view)]);
}

describe('the windows that are one click away', () => {
  it('end with the coverage, in whole months where it does', () => {
    expect(addresses(toDay(2017, 1, 1), toDay(2024, 6, 30))[1]?.[1]).toBe('from=2023-07&to=2024-06');
    expect(addresses(toDay(2017, 1, 1), toDay(2024, 12, 31))[1]?.[1]).toBe('from=2024-01&to=2024-12');
  });

  it('are twelve months to the day where the coverage ends inside a month', () => {
    expect(addresses(toDay(2017, 1, 1), toDay(2024, 6, 10))[1]?.[1]).toBe('from=2023-06-11&to=2024-06-10');
    expect(addresses(toDay(2017, 1, 1), toDay(2024, 2, 28))[1]?.[1]).toBe('from=2023-03-01&to=2024-02-28');
  });

  it('name years before our era and leave out the years of a very long coverage', () => {
    expect(addresses(toDay(-44, 3, 1), toDay(-43, 3, 15)).slice(2)).toEqual([
      ['45 BC', 'from=-0044&to=-0044'],
      ['44 BC', 'from=-0043&to=-0043'],
    ]);
    expect(addresses(toDay(1, 1, 1), toDay(2024, 12, 31))).toHaveLength(2);
  });
});
