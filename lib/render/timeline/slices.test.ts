import { expect, it } from 'vitest';
import { sampleLayout } from '../../../testing/pictures/timeline-sample';
import { laneSlices } from './slices';

it.each(['from=2023&to=2023&roll=own', 'from=2023&to=2023&roll=up'])(
  'holds each lane whole in a part of its own, and loses nothing between them: %s',
  async (query) => {
    const layout = await sampleLayout(query, 900);
    const slices = laneSlices(layout, layout.height + 40);
    expect(slices).toHaveLength(layout.lanes.length);
    expect(slices.length).toBeGreaterThan(1);
    let end = 0;
    for (const [at, { y, height }] of slices.entries()) {
      const lane = layout.lanes[at]!;
      expect(y).toBe(end);
      end = y + height;
      expect(lane.top).toBeGreaterThanOrEqual(y);
      expect(lane.top + lane.height).toBeLessThanOrEqual(end + 0.001);
      expect(lane.headingY ?? lane.top).toBeGreaterThanOrEqual(y);
    }
    expect(end).toBe(layout.height + 40);
  },
);
