import { describe, expect, it } from 'vitest';
import { incident, infoOf, seriesOf, testEngine } from '../../../../testing/pages/test-dashboard';
import { SAMPLE_BOUNDARIES } from '../../../../testing/pictures/map-sample';
import { baseMap } from '../../../boundaries/base-map';
import { distancesIn } from '../../../boundaries/near-country';
import { askForMap } from '../../../render/map/ask-map';
import type { Incident } from '../../../series/model';
import { parseView } from '../../../view/parse';
import type { FromWorker, MapRequest } from '../local-protocol';
import type { WorkerLike } from '../worker-connection';
import { mapDrawer } from './map-drawer';
import type { ToMapWorker } from './map-worker';
import { mapsApart } from './maps-apart';

function placed(id: string, lat: number, lon: number): Incident {
  const one = incident(id, '2021-01-01');
  return { ...one, place: { ...one.place, lat, lon, precision: 'town' } };
}

const series = seriesOf([placed('a', 50, 10), placed('b', 50.2, 10.4)]);
const info = infoOf(series);
const { engine } = testEngine(series);
const { view } = parseView(series.meta.id, new URLSearchParams('map=dots'));
type Draw = Parameters<typeof mapDrawer>[1];

/** Draws over outlines of a test, which nobody has to fetch. */
const draw: Draw = (about, asked, signal) =>
  askForMap(
    engine,
    asked,
    about,
    {
      base: (frame, points) => baseMap(SAMPLE_BOUNDARIES, frame, [], points),
      distances: () => distancesIn(SAMPLE_BOUNDARIES),
      regions: () => null,
    },
    signal,
  );

/** Workers that draw on the thread of the test; what goes between is copied, as threads copy it. */
function workers(drawing: Draw = draw) {
  const told: MapRequest[] = [];
  const made: { breakDown(message: string): void; ended: boolean }[] = [];
  const make = (): WorkerLike => {
    const listeners: [type: string, listener: (event: never) => void][] = [];
    const tell = (kind: string, event: object) => {
      for (const [type, listener] of listeners) if (type === kind) listener(event as never);
    };
    const say = (message: FromWorker) => {
      const data = structuredClone(message);
      queueMicrotask(() => tell('message', { data }));
    };
    const take = mapDrawer(say, drawing);
    const one = {
      ended: false,
      breakDown: (message: string) => tell('error', { message, preventDefault: () => undefined }),
    };
    made.push(one);
    return {
      postMessage(message: ToMapWorker) {
        if (message.kind === 'answers') return message.port.close();
        const copied = structuredClone(message);
        if (copied.kind === 'ask') told.push(copied.ask as MapRequest);
        queueMicrotask(() => take(copied));
      },
      terminate: () => {
        one.ended = true;
      },
      addEventListener: (type: string, listener: (event: never) => void) =>
        void listeners.push([type, listener]),
    } as unknown as WorkerLike;
  };
  return { make, told, made };
}

/** A worker that answers, which closes the port through which it would be asked, and the way to break it. */
function answers() {
  const listeners: ((event: never) => void)[] = [];
  const worker = {
    postMessage: (_: unknown, [port]: [MessagePort]) => port.close(),
    addEventListener: (_: string, listener: (event: never) => void) => void listeners.push(listener),
  } as unknown as WorkerLike;
  const breakDown = (message: string) => {
    for (const listener of listeners) listener({ message } as never);
  };
  return { worker, breakDown };
}
const { worker: answering } = answers();
const never = new AbortController().signal;

describe('maps that a worker draws', () => {
  it('are those that are drawn on the page, and a series is told of once', async () => {
    const { make, told, made } = workers();
    const maps = mapsApart(answering, make);
    const map = await maps.draw(info, view, never);
    expect(map?.places.marks).toHaveLength(2);
    expect(map).toEqual(await draw(info, view, never));
    expect(await maps.draw(info, { ...view, map: 'off' }, never)).toBeNull();
    expect(told.map((one) => one.info !== null)).toEqual([true, false]);
    await maps.draw({ ...info }, view, never);
    expect(told.map((one) => one.info !== null)).toEqual([true, false, true]);
    expect(made).toHaveLength(1);
  });

  it('say why they could not be drawn', async () => {
    const { make } = workers(() => Promise.reject(new Error('The columns were lost.')));
    await expect(mapsApart(answering, make).draw(info, view, never)).rejects.toThrow(
      'The columns were lost.',
    );
  });

  it('are given up with what is asked for them', async () => {
    let asked: AbortSignal | undefined;
    const { make } = workers((_info, _view, signal) => {
      asked = signal;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const controller = new AbortController();
    const map = mapsApart(answering, make).draw(info, view, controller.signal);
    await expect.poll(() => asked).toBeDefined();
    controller.abort();
    await expect(map).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked?.aborted).toBe(true);
  });

  it('are rejected where the worker that answers breaks, which its port does not tell', async () => {
    const { make, made } = workers(() => new Promise(() => undefined));
    const { worker, breakDown } = answers();
    const map = mapsApart(worker, make).draw(info, view, never);
    await expect.poll(() => made).toHaveLength(1);
    breakDown('out of memory');
    await expect(map).rejects.toThrow('The browser could not do it: out of memory.');
    expect(made[0]?.ended).toBe(true);
  });

  it('are told of a series by the first that is not given up before it is asked for', async () => {
    const { make, told } = workers();
    const maps = mapsApart(answering, make);
    await expect(maps.draw(info, view, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect((await maps.draw(info, view, never))?.places.marks).toHaveLength(2);
    expect(told.map((one) => one.info !== null)).toEqual([true]);
  });

  it('are rejected in words where the worker breaks, and the next has another', async () => {
    const { make, made, told } = workers();
    const maps = mapsApart(answering, make);
    const broken = maps.draw(info, view, never);
    made[0]?.breakDown('out of memory');
    await expect(broken).rejects.toThrow('The browser could not do it: out of memory.');
    expect(made[0]?.ended).toBe(true);
    expect((await maps.draw(info, view, never))?.places.marks).toHaveLength(2);
    // The new one knows nothing of what the one before was told.
    expect(told.map((one) => one.info !== null)).toEqual([true, true]);
    const last = maps.draw(info, view, never);
    maps.end();
    await expect(last).rejects.toMatchObject({ name: 'AbortError' });
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
  });
});
