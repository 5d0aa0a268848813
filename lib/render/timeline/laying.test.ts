import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SERIES, sampleIncident, sampleLayout } from '../../../testing/pictures/timeline-sample';
import type { Series } from '../../series/model';
import { itemBox } from './item-steps';
import { layingTimeline, layTimeline } from './laying';
import type { LaidMark } from './layout';

const dates = fc.oneof(
  fc
    .date({ min: new Date('2023-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom(
    '2023',
    '2023-04',
    '2023-06~',
    '2023-03-01/2023-05-01',
    '2023-08-01/',
    '[2023-02-01..2023-02-20]',
  ),
);
const incident = fc.record({
  date: dates,
  deaths: fc.option(fc.integer({ min: 0, max: 300 })),
  actor: fc.constantFrom('iskp', 'iscp', 'atesh'),
});

/** A series of incidents drawn at random. */
const anySeries = fc.array(incident, { minLength: 1, maxLength: 80 }).map(
  (list): Series => ({
    ...SAMPLE_SERIES,
    incidents: list.map(({ date, deaths, actor }, i) =>
      sampleIncident(`i${String(i).padStart(3, '0')}`, date, deaths, [`${actor} claimed certain`]),
    ),
  }),
);

describe('the layout of a timeline', () => {
  it('is the same whichever lanes are laid first, and reads the marks of a lane once', async () => {
    const { input, ...known } = await sampleLayout('from=2023&to=2023&roll=own', 1200, { look: 'fine' });
    let reads = 0;
    const marks = input.marks.map((mark) => ({
      ...mark,
      get disputed() {
        reads += 1;
        return mark.disputed;
      },
    }));
    const { lay, whole } = layingTimeline({ ...input, marks });
    for (const at of input.lanes.keys()) lay(input.lanes.length - 1 - at);
    const before = reads;
    const { input: _, ...laid } = whole();
    lay(0);
    expect(laid.items.map(({ key, x, y }) => [key, x, y])).toEqual(
      known.items.map(({ key, x, y }) => [key, x, y]),
    );
    expect(laid.lanes).toEqual(known.lanes);
    expect([before > 0, reads]).toEqual([true, before]);
  });

  it('keeps each mark inside its lane and the drawing, and none on another', async () => {
    await fc.assert(
      fc.asyncProperty(anySeries, fc.constantFrom(360, 800, 1400), async (series, width) => {
        const { items, lanes, frame } = await sampleLayout('from=2023&to=2023', width, { series });
        for (const item of items) {
          const { x0, x1, y0, y1 } = itemBox(item);
          const lane = lanes[item.lane]!;
          expect(x0).toBeGreaterThanOrEqual(frame.left - 0.01);
          expect(x1).toBeLessThanOrEqual(width);
          expect(y0).toBeGreaterThanOrEqual(lane.top);
          expect(y1).toBeLessThanOrEqual(lane.top + lane.height);
          for (const other of items) {
            if (other === item || other.lane !== item.lane) continue;
            const box = itemBox(other);
            const apart =
              x1 <= box.x0 + 0.01 || box.x1 <= x0 + 0.01 || y1 <= box.y0 + 0.01 || box.y1 <= y0 + 0.01;
            expect(apart, `${item.key} on ${other.key}`).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('has high lanes of fine marks on a wide screen, and on a phone where there are few', async () => {
    const day = Array.from({ length: 31 }, (_, i) =>
      sampleIncident(`i${String(i).padStart(2, '0')}`, '2023-05-01', 0, ['iskp claimed certain']),
    );
    const series = { ...SAMPLE_SERIES, incidents: day };
    const { input } = await sampleLayout('from=2023&to=2023&roll=own', 1200, { series, look: 'fine' });
    const [lane] = input.lanes;
    const holds = (width: number, many: number) => {
      const others = Array.from({ length: many - 1 }, (_, at) => ({
        ...lane!,
        id: `other-${at}`,
        members: [],
      }));
      return layTimeline({ ...input, width, lanes: [lane!, ...others] }).lanes[0]?.holds;
    };
    expect([holds(1200, 8), holds(390, 1), holds(390, 8)]).toEqual(['marks', 'marks', 'cells']);
  });

  it('keeps the order of days from left to right, and loses nobody', async () => {
    await fc.assert(
      fc.asyncProperty(anySeries, async (series) => {
        const { items } = await sampleLayout('from=2023&to=2023', 1000, { series });
        const marks = items.filter((item): item is LaidMark => item.kind === 'mark');
        const exact = marks
          .filter(({ mark, form }) => mark.date.earliest === mark.date.latest && form.half < 8)
          .sort((a, b) => (a.mark.date.earliest ?? 0) - (b.mark.date.earliest ?? 0));
        exact.slice(1).forEach((one, i) => {
          expect(one.x).toBeGreaterThanOrEqual(exact[i]!.x - 4);
        });
        const { lanes } = await sampleLayout('from=2023&to=2023', 1000, { series });
        for (const [lane, { lane: of, holds }] of lanes.entries()) {
          const own = items.filter((item) => item.lane === lane);
          // What a lane says that it counts is what it draws: one mark each, or bars that add up to it.
          expect(new Set(own.map(({ kind }) => kind)).size).toBeLessThanOrEqual(1);
          const best = own.reduce(
            (sum, item) => sum + (item.kind === 'cell' ? (item.value.best ?? 0) : 0),
            0,
          );
          if (holds === 'marks') expect(own).toHaveLength(of.matched);
          else expect(best).toBeCloseTo(of.count.best, 6);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('sets a mark at the middle of its day', async () => {
    const { items, frame } = await sampleLayout('from=2023&to=2023', 1000);
    const plot = 1000 - frame.left - frame.right;
    const claim = items.find((item) => item.kind === 'mark' && item.mark.id === 'claim');
    // 10 January is the tenth of 365 days.
    expect(claim?.x).toBeCloseTo(frame.left + (9.5 / 365) * plot, 6);
  });

  it('lists what has no place on the axis instead of inventing one', async () => {
    const { items, undated } = await sampleLayout('from=2023&to=2023', 1000);
    expect(undated).toEqual(['before']);
    expect(items.some((item) => item.kind === 'mark' && item.mark.id === 'before')).toBe(false);
  });

  it('makes the area of marks go with deaths', async () => {
    const { items } = await sampleLayout('from=2023&to=2023', 1000);
    const radius = (id: string) =>
      items.find((item): item is LaidMark => item.kind === 'mark' && item.mark.id === id)?.form.radius ?? 0;
    expect(radius('large') ** 2 / radius('disputed') ** 2).toBeCloseTo(140 / 12, 6);
    expect(radius('large')).toBe(22);
  });

  it('holds cells in a lane whose marks have no room, and marks in the others: what is taller counts more', async () => {
    const day = (actor: string, many: number, date: string) =>
      Array.from({ length: many }, (_, i) =>
        sampleIncident(`${actor}-${date}-${i}`, date, 1, [`${actor} claimed certain`]),
      );
    const series: Series = {
      ...SAMPLE_SERIES,
      incidents: [
        ...day('iskp', 70, '2023-03-06'),
        ...day('iskp', 3, '2023-07-03'),
        ...day('atesh', 2, '2023-03-06'),
      ],
    };
    const { items, lanes } = await sampleLayout('from=2023&to=2023&bin=week', 1000, { series });
    expect(lanes.map(({ lane, holds }) => [lane.id, holds])).toEqual([
      ['iskp', 'cells'],
      ['atesh', 'marks'],
    ]);
    const bars = items.flatMap((item) =>
      item.kind === 'cell' ? [[item.value.best, item.best] as const] : [],
    );
    expect(bars.map(([count]) => count)).toEqual([70, 3]);
    expect((bars[0]?.[1] ?? 0) / (bars[1]?.[1] ?? 1)).toBeCloseTo(Math.sqrt(70 / 3), 6);
  });

  it('draws cells for too many marks, each up to its count, cut to the window', async () => {
    const layout = await sampleLayout('from=2023-01-15&to=2023&bin=month', 1000, { cells: true });
    const iskp = layout.lanes.findIndex(({ lane }) => lane.id === 'iskp');
    const cells = layout.items.flatMap((item) => (item.kind === 'cell' && item.lane === iskp ? [item] : []));
    expect(cells.map(({ value: { low, best, high } }) => [low, best, high])).toEqual([[1, 2, 2]]);
    expect(
      layTimeline({ ...layout.input, window: { from: cells[0]!.from, to: cells[0]!.from } }).items.length,
    ).toBeGreaterThan(0);
  });
});
