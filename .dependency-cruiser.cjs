/** What every layer may import: days, texts, what is said of rows that cannot be used, and memories of bounded size. */
const BASE = 'lib/(time|text|problems|caches)/';

/**
 * Imports point one way, down the layers of ARCHITECTURE.md. Each folder names what it may import; every other pair of
 * folders is forbidden. Tests may import more: what a test stands on ships to nobody.
 */
const MAY_IMPORT = {
  'lib/time': [],
  'lib/text': [],
  'lib/problems': [],
  'lib/caches': [],
  'lib/series': [BASE],
  'lib/stats': [],
  'lib/boundaries': ['lib/series', BASE],
  'lib/view': ['lib/series', BASE],
  'lib/query': ['lib/view', 'lib/series', 'lib/stats/', BASE],
  'lib/formats': [BASE],
  'lib/dates': [BASE],
  'lib/mapping': ['lib/(formats|dates|series)/', BASE],
  'lib/importers': ['lib/(formats|dates|mapping|series)/', BASE],
  'lib/store': ['lib/(importers|mapping|formats|series|boundaries)/', BASE],
  'lib/words': ['lib/query', 'lib/view', 'lib/series', BASE],
  'lib/render': ['lib/boundaries', 'lib/words', 'lib/query', 'lib/view', 'lib/series', BASE],
  'lib/export': ['lib/render', 'lib/stats/', 'lib/words', 'lib/query', 'lib/view', 'lib/series', BASE],
  'lib/engine/cache': ['lib/query', 'lib/series', BASE],
  'lib/engine/http': ['lib/query', 'lib/series', BASE],
  'lib/engine/sql': ['lib/query', 'lib/series', BASE, 'lib/view'],
  'lib/engine/stored': ['lib/engine/columnar', 'lib/query', 'lib/view', 'lib/series', BASE, 'lib/store'],
  'lib/engine/duckdb': ['lib/engine/(sql|stored)/', 'lib/query', 'lib/series', BASE, 'lib/store', 'lib/view'],
  'lib/engine/columnar': ['lib/query', 'lib/series', BASE, 'lib/view'],
  'lib/engine/conformance': ['lib/'],
  'lib/server': ['lib/(?!client|cli)'],
  'lib/client': [
    'lib/(engine/(cache|http|columnar)|export|render|boundaries|words|query|view|series)',
    'lib/(mapping|formats/(?!source/file-source)|importers/(?!datapackage/read-folder))',
    BASE,
  ],
  'lib/cli': ['lib/(?!client|server)'],
  components: [
    'lib/(series|view|query|words|render|export|stats|boundaries)/',
    'lib/(client/(local/local-connection|served/columns-state)|mapping/[^/]+$|mapping/survey/survey|formats/(reading|progress)|importers/(report|import-counts|import-codes))',
    BASE,
  ],
  app: ['components', 'lib/(server|client|export|words|view|query|series)/', BASE],
};

/** Only these folders may name a module of Node. */
const NODE =
  '^lib/(engine/(stored|duckdb|conformance)|store|server|cli|importers/datapackage/read-folder|formats/source/file-source)';
const TESTS = '[.]test[.]tsx?$';
/** What only tests, benches and the suite for engines use; nothing that ships imports it. */
const TESTING = '^testing/';
const own = (folder) => (folder === 'lib/engine/cache' ? '^lib/engine/cache' : `^${folder}/`);

const layers = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder.replaceAll('/', '-')}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: own(folder), pathNot: TESTS },
  to: {
    path: '^(app|bench|bin|components|e2e|lib|proxy)([/.]|$)',
    pathNot: [own(folder), ...allowed.map((one) => `^${one}`)],
  },
}));

/** Packages that one place alone may import, so that they can be loaded late or replaced. */
const confined = [
  ['recharts', '^components/charts/', '(^|/)node_modules/recharts/'],
  ['tanstack', '^components/table/', '(^|/)node_modules/@tanstack/'],
  ['duckdb', '^lib/(engine/duckdb|store)/', '(^|/)node_modules/@duckdb/'],
  ['d3-geo', '^lib/boundaries/', '(^|/)node_modules/(@types/)?(d3-geo|topojson-client)/'],
  ['zod', '^lib/(server|importers|store|cli)/', '(^|/)node_modules/zod/'],
].map(([name, home, path]) => ({
  name: `${name}-stays-in-its-place`,
  severity: 'error',
  from: { path: '^(app|components|lib|proxy)', pathNot: [home, TESTS] },
  to: { path },
}));

module.exports = {
  forbidden: [
    ...layers,
    ...confined,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(app|components|lib|testing)/' },
      to: { circular: true },
    },
    {
      name: 'lib-is-free-of-node',
      severity: 'error',
      from: { path: '^(lib|components)/', pathNot: [NODE, TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-keep-their-tools',
      severity: 'error',
      from: { path: '^(app|components|lib|proxy|bin)([/.]|$)', pathNot: [TESTS, '^lib/engine/conformance/'] },
      to: { path: TESTING },
    },
    {
      // It says what a query means and is nobody's engine: it answers tests, and the suite that holds engines to it.
      name: 'meaning-answers-no-reader',
      severity: 'error',
      from: {
        path: '^(app|components|lib|proxy|bin)([/.]|$)',
        pathNot: [TESTS, '^lib/(query/meaning|engine/conformance)/'],
      },
      to: { path: '^lib/query/meaning/' },
    },
    {
      // The bench of peers installs these itself, where it runs.
      name: 'every-import-is-found',
      severity: 'error',
      from: { pathNot: '^bench/peers/engines/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'every-folder-of-lib-has-a-layer',
      severity: 'error',
      from: { path: '^lib/', pathNot: Object.keys(MAY_IMPORT).map(own) },
      to: {},
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|json)$' },
    webpackConfig: { fileName: 'bin/import-aliases.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
