import { PANELS } from '../../lib/export/html/embed-code';
import { TWIN_NAMES } from '../../lib/view/addresses/twin-names';
import { VIEW_KEYS } from '../../lib/view/keys';

/** Texts that have broken something somewhere. Each stands in an address as it is written here. */
const NASTY = [
  ...[
    '',
    '0',
    '-1',
    '1e999',
    'NaN',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'toString',
    '%00',
    '%',
    '%E0%A4%A',
  ],
  ...[
    '%ff%fe',
    '%u0041',
    '..%2f..%2fetc%2fpasswd',
    '../../etc/passwd',
    '%2e%2e',
    '..%5c',
    '%252e%252e',
    '%0d%0aX:1',
  ],
  ...[
    "'%20OR%201=1--",
    '%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
    '$%7B7*7%7D',
    '%7B%7B7*7%7D%7D',
    '*',
    '%25s%25n',
  ],
  ...[
    '%E2%80%AE',
    '%F0%9F%94%A5',
    '%EF%BF%BE',
    '%EF%BB%BF',
    `${'a'.repeat(300)}`,
    `${'a,'.repeat(900)}`,
    ',,,,',
    '|',
    ';',
  ],
  ...[
    '9999-99-99',
    '-9999',
    '2017-02-30',
    '0000',
    '10000-01-01',
    '2017/2018',
    '..',
    '2030',
    '000000000000',
    'f'.repeat(64),
  ],
  ...[
    '9007199254740993',
    '-0',
    '0x10',
    '１２',
    'true',
    '[]',
    '%5B%5D',
    '{}',
    'a=b',
    '%26',
    '%23',
    '+',
    '%20%20',
  ],
] as const;

const EXTRA_KEYS = [
  'limit',
  'cursor',
  'since',
  'until',
  'width',
  'height',
  'theme',
  'scale',
  'url',
  'format',
  '__proto__',
  '.x',
  'v',
];

/** An address of a site with this dataset that means no good: `/path?query`, the same for the same numbers. */
export function hostileAddress(dataset: string, next: () => number): string {
  const one = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const text = () => (next() < 0.2 ? one(NASTY) + one(NASTY) : one(NASTY));
  const name = () => (next() < 0.85 ? dataset : text());
  const paths = [
    () => `/${name()}`,
    () => `/${name()}/${next() < 0.9 ? one(TWIN_NAMES) : text()}`,
    () => `/${name()}/${next() < 0.9 ? one(TWIN_NAMES) : text()}`,
    () => `/embed/${name()}/${next() < 0.8 ? one(PANELS).id : text()}`,
    () => `/${name()}/incidents/${text()}`,
    () => `/${name()}/${one(['about', 'changes', 'share'])}`,
    () => `/api/${text()}`,
    () => `/${text()}/${text()}`,
  ];
  const key = () => (next() < 0.7 ? one(VIEW_KEYS) : next() < 0.7 ? one(EXTRA_KEYS) : text());
  const pairs = Array.from({ length: Math.floor(next() * 5) }, () => `${key()}=${text()}`);
  return `${one(paths)()}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}
