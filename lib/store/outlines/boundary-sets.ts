import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type AreaLayer, type BoundarySet, layerOf } from '../../boundaries/boundary-set';
import { programFolder } from '../program-folder';
import { checkedLayer, checkedLines, sharedNames } from './checked-outlines';

/** What a folder of outlines says of itself, in `boundaries.json`. */
const MANIFEST = z.object({ name: z.string().min(1), source: z.string().min(1), licence: z.string().min(1) });

/** Outlines, and the folder they are read from. */
interface StoredBoundaries extends BoundarySet {
  readonly folder: string;
}

/** The outlines that a map has where nobody says which. */
export const BUNDLED = 'natural-earth';

/** A text without the mark that some programs begin a file with. */
function unmarked(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function json(path: string) {
  return JSON.parse(unmarked(readFileSync(path, 'utf8')));
}

/** Makes a value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Layers by the code of their country, each made once. */
function remembered(make: (code: string) => AreaLayer | null): (code: string) => AreaLayer | null {
  const layers = new Map<string, AreaLayer | null>();
  return (code) => {
    const known = layers.get(code);
    if (known !== undefined) return known;
    const made = make(code);
    layers.set(code, made);
    return made;
  };
}

/** How the files of a folder become layers and lines. */
interface Reading {
  readonly layer: (file: Parameters<typeof layerOf>[0], path: string) => AreaLayer;
  readonly lines: (file: NonNullable<BoundarySet['disputed']>) => BoundarySet['disputed'];
}

/** Files that come with Annals are checked where they are made. */
const AS_THEY_ARE: Reading = { layer: layerOf, lines: (file) => file };

/** Tells the operator of outlines that can be used, but not for all that they are there for. */
export type OnDoubt = (file: string, reason: string) => void;

function checked(onDoubt: OnDoubt): Reading {
  return {
    layer: (file, path) => {
      const layer = checkedLayer(file);
      for (const reason of sharedNames(file)) onDoubt(path, reason);
      return layer;
    },
    lines: checkedLines,
  };
}

/** The outlines of a folder: `countries.json`, and where they are there `disputed.json` and `admin1/<code>.json`. */
export function readBoundaries(
  id: string,
  folder: string,
  { layer, lines }: Reading = AS_THEY_ARE,
): StoredBoundaries {
  const { name, source, licence } = MANIFEST.parse(json(join(folder, 'boundaries.json')));
  const layerIn = (path: string) => layer(json(path), path);
  const countries = once(() => layerIn(join(folder, 'countries.json')));
  const disputed = once(() => {
    const path = join(folder, 'disputed.json');
    return existsSync(path) ? lines(json(path)) : null;
  });
  const units = remembered((country) => {
    if (!/^[A-Z]{2,3}$/.test(country)) return null;
    const path = join(folder, 'admin1', `${country}.json`);
    return existsSync(path) ? layerIn(path) : null;
  });
  return {
    ...{ id, name, source, licence, folder },
    get countries() {
      return countries();
    },
    get disputed() {
      return disputed();
    },
    units,
  };
}

/** Tells the operator of a folder of outlines that cannot be used. */
export type OnBroken = (folder: string, reason: string) => void;

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** The outlines of an operator's folder, checked at once, its units when they are first looked at; null where they cannot be used. */
function readOwn(id: string, folder: string, onBroken: OnBroken, onDoubt: OnDoubt): StoredBoundaries | null {
  try {
    const set = readBoundaries(id, folder, checked(onDoubt));
    const { countries, disputed } = set;
    const units = remembered((code) => {
      try {
        return set.units(code);
      } catch (error) {
        onBroken(join(folder, 'admin1', `${code}.json`), reasonOf(error));
        return null;
      }
    });
    const { name, source, licence } = set;
    return { ...{ id, name, source, licence, folder }, countries, disputed, units };
  } catch (error) {
    onBroken(folder, reasonOf(error));
    return null;
  }
}

/** The folders of outlines beneath a folder, by name. */
function setsIn(
  folder: string,
  read: (id: string, folder: string) => StoredBoundaries | null,
): readonly StoredBoundaries[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => /^[a-z0-9-]+$/.test(name) && existsSync(join(folder, name, 'boundaries.json')),
  );
  return names.sort().flatMap((name) => read(name, join(folder, name)) ?? []);
}

/**
 * All outlines there are, by id: those that come with Annals, then those of the operator's folder, `ANNALS_BOUNDARIES`, of which one may
 * take the place of a bundled one. A folder that cannot be read is told and left out; a map that asks for it says that it is not there.
 */
export function allBoundaries(
  env: Readonly<Record<string, string | undefined>>,
  onBroken: OnBroken = (folder, reason) =>
    console.error(`The outlines in ${folder} cannot be used and are left out: ${reason}`),
  onDoubt: OnDoubt = (file, reason) => console.warn(`In the outlines of ${file}, ${reason}`),
): ReadonlyMap<string, StoredBoundaries> {
  const bundled = join(resolve(/* turbopackIgnore: true */ programFolder(), 'data'), 'boundaries');
  const own = env.ANNALS_BOUNDARIES
    ? setsIn(resolve(/* turbopackIgnore: true */ process.cwd(), env.ANNALS_BOUNDARIES), (id, path) =>
        readOwn(id, path, onBroken, onDoubt),
      )
    : [];
  return new Map([...setsIn(bundled, readBoundaries), ...own].map((set) => [set.id, set]));
}

const known = once(() => allBoundaries(process.env));

/** The outlines of an id; the bundled ones where none is given, null where it is unknown. */
export function boundarySet(id: string | null): BoundarySet | null {
  return known().get(id ?? BUNDLED) ?? null;
}

/** The ids of all outlines, for messages and menus. */
export function boundaryIds(): readonly string[] {
  return [...known().keys()];
}

/** The units of all countries in one text, by their codes: who asks for it tells nothing of which they want. */
async function allUnits(folder: string): Promise<string> {
  const names = (await readdir(join(folder, 'admin1')).catch(() => [])).filter((name) =>
    /^[A-Z]{2,3}\.json$/.test(name),
  );
  const parts = names.sort().map(async (name) => {
    const text = await readFile(join(folder, 'admin1', name), 'utf8');
    return `${JSON.stringify(name.slice(0, -'.json'.length))}:${unmarked(text).trim()}`;
  });
  return `{${(await Promise.all(parts)).join(',\n')}}`;
}

/**
 * A file of outlines as it lies there, `natural-earth/countries.json`, or all units of a set, `natural-earth/units.json`; null where there
 * is none of the name.
 */
export async function boundaryFile(path: string): Promise<string | null> {
  const [, id = '', name = ''] =
    /^([a-z0-9-]+)\/((?:boundaries|countries|disputed|units|admin1\/[A-Z]{2,3})\.json)$/.exec(path) ?? [];
  const folder = known().get(id)?.folder;
  if (folder === undefined) return null;
  return name === 'units.json' ? allUnits(folder) : readFile(join(folder, name), 'utf8').catch(() => null);
}
