import { geoDistance } from 'd3-geo';
import { expect, it } from 'vitest';
import { placesOf, SAMPLE_MARKS, sampleMap } from '../../../testing/pictures/map-sample';
import { FRAME_WIDTH, frameOf, type MapFrame, projectionOf } from '../../boundaries/map-frame';
import { lightPaint } from '../scene/paint';
import { layMap } from './lay-map';
import { mapLegend } from './map-legend';

/** How much longer or shorter a short way is drawn in a corner of a frame than its scale says, in either direction: of 1. */
function wrongIn(frame: MapFrame): number {
  const { invert } = projectionOf(frame);
  const off = [0, FRAME_WIDTH].flatMap((x) =>
    [0, frame.height].flatMap((y) => {
      const [dx, dy] = [(x - frame.x) / 1e4, (y - frame.y) / 1e4];
      return [
        [dx, dy],
        [-dy, dx],
      ].map(([right = 0, down = 0]) => {
        const radians = geoDistance(invert!([x, y])!, invert!([x + right, y + down])!);
        return Math.abs(Math.hypot(right, down) / (radians * frame.scale) - 1);
      });
    }),
  );
  return Math.max(...off);
}

it('has a scale bar where lengths differ by no more than two in a hundred, corners of maps about some points too', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const map = sampleMap(placesOf(SAMPLE_MARKS));
  let bars = 0;
  for (let time = 0; time < 300; time++) {
    const [lon, lat] = [-170 + 300 * random(), -55 + 110 * random()];
    const [wide, high] = [10 + 40 * random(), 10 + 25 * random()];
    const box = { west: lon, east: lon + wide, south: lat - high / 2, north: lat + high / 2 };
    const points = Array.from({ length: 3 }, () => ({
      lon: box.west + wide * random(),
      lat: box.south + high * random(),
    }));
    const frame = frameOf(box, points);
    const layout = layMap({ ...map, base: { ...map.base, frame } }, 700);
    const hasBar = mapLegend(layout, lightPaint).some(({ key }) => key === 'scale');
    if (hasBar) expect(wrongIn(frame)).toBeLessThan(0.0201);
    // Where it is right, it is not left out.
    else expect(wrongIn(frame)).toBeGreaterThan(0.0195);
    bars += hasBar ? 1 : 0;
  }
  expect(bars).toBeGreaterThan(100);
  expect(bars).toBeLessThan(290);
});
