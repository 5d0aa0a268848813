import { describe, expect, it } from 'vitest';
import { type Brush, paintNodes } from './canvas-scene';
import { node } from './scene';

/** A brush that notes what it is told to paint, and with what. */
function notingBrush() {
  const noted: unknown[] = [];
  let at = [0, 0];
  const saved: number[][] = [];
  const brush = {
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 1, globalAlpha: 1 },
    dashes: [] as number[],
    save: () => void saved.push(at),
    restore: () => {
      at = saved.pop() ?? [0, 0];
    },
    translate: (x: number, y: number) => {
      at = [at[0]! + x, at[1]! + y];
    },
    setLineDash(dashes: number[]) {
      this.dashes = dashes;
    },
    createLinearGradient: (...ends: number[]) => {
      const stops: unknown[] = [];
      return { ends, stops, addColorStop: (offset: number, colour: string) => stops.push([offset, colour]) };
    },
    fill(path: string) {
      noted.push(['fill', path, at, this.fillStyle, this.globalAlpha]);
    },
    stroke(path: string) {
      noted.push(['stroke', path, at, this.strokeStyle, this.lineWidth, this.dashes, this.globalAlpha]);
    },
    fillRect(...box: number[]) {
      noted.push(['box', box, at, this.fillStyle, this.globalAlpha]);
    },
  };
  return { noted, brush: brush as unknown as Brush };
}

const outline = (d: string) => d as unknown as Path2D;

describe('a scene on a canvas', () => {
  it('is painted in the order of its nodes, each in its place and with its look', () => {
    const { noted, brush } = notingBrush();
    const nodes = [
      node('rect', { x: 1, y: 2, width: 3, height: 4, fill: '#0a0b0c', 'fill-opacity': 0.5 }),
      node('g', { transform: 'translate(10,-2.5)' }, [
        node('path', { d: 'M0,0H1', stroke: 'red', 'stroke-width': 2, 'stroke-dasharray': '3 1' }),
        node('path', { d: 'M0,0V1Z', fill: 'blue', stroke: 'white' }),
      ]),
      node('path', { d: 'M5,5Z', fill: 'none', stroke: 'red', 'stroke-opacity': 0.6 }),
    ];
    paintNodes(brush, nodes, { outline, gradients: new Map() });
    expect(noted).toEqual([
      ['box', [1, 2, 3, 4], [0, 0], '#0a0b0c', 0.5],
      ['stroke', 'M0,0H1', [10, -2.5], 'red', 2, [3, 1], 1],
      ['fill', 'M0,0V1Z', [10, -2.5], 'blue', 1],
      ['stroke', 'M0,0V1Z', [10, -2.5], 'white', 1, [], 1],
      ['stroke', 'M5,5Z', [0, 0], 'red', 1, [], 0.6],
    ]);
  });

  it('has gradients over the box that they fill, and nothing where one is not known', () => {
    const { noted, brush } = notingBrush();
    const stop = (offset: number, opacity: number) =>
      node('stop', { offset, 'stop-color': '#ff8000', 'stop-opacity': opacity });
    const fade = node('linearGradient', { id: 'fade' }, [stop(0, 0.04), stop(1, 0.5)]);
    const box = (fill: string) => node('rect', { x: 10, y: 0, width: 30, height: 4, fill });
    paintNodes(brush, [box('url(#fade)'), box('url(#other)')], {
      outline,
      gradients: new Map([['fade', fade]]),
    });
    const stops = [
      [0, 'rgba(255,128,0,0.04)'],
      [1, 'rgba(255,128,0,0.5)'],
    ];
    expect(noted).toHaveLength(1);
    expect(noted[0]).toMatchObject(['box', [10, 0, 30, 4], [0, 0], { ends: [10, 0, 40, 0], stops }, 1]);
  });
});
