/**
 * Times pictures of a view: `tsx bench/pictures.ts [--rounds 20] [--incidents 20000] [--actors 300] [--seed 1]`. Of the
 * bundled series and of an invented one, each kind, 1200 pixels wide. `ask` is what an engine (the meaning in plain
 * TypeScript) takes for the answers, `svg` drawing and writing, `png` rendering; medians in milliseconds.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'd3-array';
import { importDataPackage } from '../lib/importers/datapackage/datapackage';
import { readPackageFolder } from '../lib/importers/datapackage/read-folder';
import type { Engine } from '../lib/query/engine';
import { loadInfo } from '../lib/query/info/load-info';
import type { SeriesInfo } from '../lib/query/info/series-info';
import { evaluate, meaningEngine } from '../lib/query/meaning/evaluate';
import type { Query } from '../lib/query/query';
import { drawPicture } from '../lib/render/picture/picture';
import { askForPicture, PICTURES, type PictureKind } from '../lib/render/picture/picture-input';
import { toSvg } from '../lib/render/scene/svg';
import type { DatasetId, Series } from '../lib/series/model';
import { toPng } from '../lib/server/twins/pictures/pictures';
import { defaultView } from '../lib/view/keys';
import { synthesize } from './synth';

const SIZE = { width: 1200, height: null, theme: 'light' } as const;

async function load(folder: string): Promise<Series> {
  const { series } = importDataPackage('bench' as DatasetId, await readPackageFolder(folder));
  if (!series) throw new Error(`${folder} does not import`);
  return series;
}

function infoOf(series: Series): Promise<SeriesInfo> {
  const incidents = series.incidents.length;
  const about = { guide: series, revision: 'f'.repeat(64), published: '2024-01-01', incidents };
  return loadInfo(meaningEngine(series), about);
}

async function timeKind(series: Series, info: SeriesInfo, kind: PictureKind, rounds: number) {
  const engine = {
    name: 'meaning',
    run: async (query: Query) => evaluate(series, query),
    close: async () => {},
  } as Engine;
  const view = defaultView(series.meta.id);
  const times: { readonly [step in 'ask' | 'svg' | 'png']: number[] } = { ask: [], svg: [], png: [] };
  let [chars, bytes] = [0, 0];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const input = await askForPicture(engine, view, info);
    const asked = performance.now();
    const picture = drawPicture(kind, input, SIZE);
    if (picture.kind !== 'picture') throw new Error('no height was asked for');
    const svg = toSvg(picture.scene);
    const drawn = performance.now();
    bytes = (await toPng(svg, 1)).byteLength;
    chars = svg.length;
    if (round === 0) continue;
    times.ask.push(asked - start);
    times.svg.push(drawn - asked);
    times.png.push(performance.now() - drawn);
  }
  const [ask = 0, svg = 0, png = 0] = [times.ask, times.svg, times.png].map((all) => median(all) ?? 0);
  const cells = [ask, svg, png, 1000 / svg, 1000 / (svg + png), chars / 1000, bytes / 1000];
  console.log(kind.padEnd(12) + cells.map((cell) => cell.toFixed(1).padStart(10)).join(''));
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    incidents: { type: 'string', default: '20000' },
    actors: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'annals-pictures-'));
const [incidents, actors, seed] = [values.incidents, values.actors, values.seed].map(Number);
await synthesize({ incidents: incidents ?? 0, actors: actors ?? 0, seed: seed ?? 1 }, folder);
const folders = [
  ['russia-militancy', 'data/russia-militancy'],
  [`${incidents} incidents, ${actors} actors, seed ${seed}`, folder],
] as const;
for (const [name, path] of folders) {
  const series = await load(path);
  const info = await infoOf(series);
  console.log(
    `\n${name}\n                   ask       svg       png     svg/s     png/s    svg kB    png kB`,
  );
  for (const kind of PICTURES) await timeKind(series, info, kind, Number(values.rounds));
}
await rm(folder, { recursive: true });
