/** What a word or sign means between the parts of a date, whatever its language. Codes of seasons are EDTF's. */
export type Keyword =
  | { readonly kind: 'filler' }
  | { readonly kind: 'mark'; readonly sign: '?' | '~' }
  | { readonly kind: 'era'; readonly bc: boolean }
  | { readonly kind: 'season'; readonly code: number }
  | { readonly kind: 'part'; readonly part: 'early' | 'mid' | 'late' }
  | { readonly kind: 'nth'; readonly value: number }
  | {
      readonly kind: 'unit';
      readonly unit: 'quarter' | 'half' | 'century' | 'decade' | 'week' | 'month' | 'year';
    }
  | { readonly kind: 'join'; readonly join: Join }
  | { readonly kind: 'open' };

/** Words that tie two dates, or stand before one. */
export type Join = 'to' | 'or' | 'and' | 'between' | 'from' | 'until' | 'before' | 'after' | 'by' | 'onwards';

const WORDS: readonly (readonly [Keyword, string])[] = [
  [
    { kind: 'filler' },
    'the of on in at during dated date day time local year de del den der am le la el year years anno night evening morning afternoon noon midnight',
  ],
  [
    { kind: 'mark', sign: '~' },
    'c ca circa cca about around approx approximately approximate roughly abt est estimated estimate vers etwa um около',
  ],
  [
    { kind: 'mark', sign: '?' },
    'probably possibly perhaps maybe uncertain presumably likely allegedly reportedly',
  ],
  [{ kind: 'era', bc: true }, 'bc bce'],
  [{ kind: 'era', bc: false }, 'ad ce'],
  [{ kind: 'season', code: 21 }, 'spring'],
  [{ kind: 'season', code: 22 }, 'summer'],
  [{ kind: 'season', code: 23 }, 'autumn fall'],
  [{ kind: 'season', code: 24 }, 'winter'],
  [{ kind: 'part', part: 'early' }, 'early beginning start'],
  [{ kind: 'part', part: 'mid' }, 'mid middle'],
  [{ kind: 'part', part: 'late' }, 'late end'],
  [{ kind: 'nth', value: 1 }, 'first'],
  [{ kind: 'nth', value: 2 }, 'second'],
  [{ kind: 'nth', value: 3 }, 'third'],
  [{ kind: 'nth', value: 4 }, 'fourth'],
  [{ kind: 'unit', unit: 'quarter' }, 'quarter qtr'],
  [{ kind: 'unit', unit: 'half' }, 'half'],
  [{ kind: 'unit', unit: 'century' }, 'century cent'],
  [{ kind: 'unit', unit: 'decade' }, 'decade'],
  [{ kind: 'unit', unit: 'week' }, 'week'],
  [{ kind: 'join', join: 'to' }, 'to through thru till bis au tot до по do'],
  [{ kind: 'join', join: 'until' }, 'until'],
  [{ kind: 'join', join: 'or' }, 'or oder или ou'],
  [{ kind: 'join', join: 'and' }, 'and und и et'],
  [{ kind: 'join', join: 'between' }, 'between betw'],
  [{ kind: 'join', join: 'from' }, 'from since starting'],
  [{ kind: 'join', join: 'before' }, 'before'],
  [{ kind: 'join', join: 'after' }, 'after'],
  [{ kind: 'join', join: 'by' }, 'by'],
  [{ kind: 'join', join: 'onwards' }, 'onwards onward'],
  [{ kind: 'open' }, 'present ongoing now today continuing current currently'],
];

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  WORDS.flatMap(([keyword, words]) => words.split(' ').map((word): [string, Keyword] => [word, keyword])),
);

/** The meaning of a word by its key, null for a word that says nothing about dates. */
export function keywordOf(key: string): Keyword | null {
  return KEYWORDS.get(key) ?? null;
}

/** Units of time in the singular and plural of some languages, folded. */
const UNITS =
  'years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|anos?|mes(?:es)?|semanas?|dias?|horas?|minutos?|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|minuten|ans?|annees?|mois|semaines?|jours?|heures?|giorn[io]|settiman[ae]|mesi|or[ae]|dagen|dag|weken|maanden|лет|года?|месяц\\p{L}*|недел\\p{L}*|день|дня|днеи|час\\p{L}*|минут\\p{L}*|дні|днів|тиж\\p{L}*|місяц\\p{L}*|dni|dzien|tygod\\p{L}*|miesi\\p{L}*|gun|hafta|يوما?|ايام|أيام';
/** How long it lasted, in brackets behind a date: `(1 week and 3 days)`. Start and end say it better. */
const DURATION = new RegExp(
  `\\(\\s*(?:~|[\\p{L}.]{1,8}\\s)?\\s*\\d[\\d.,]*\\s?(?:${UNITS})(?![\\p{L}\\d])[^()]*\\)`,
  'gu',
);

/** Phrases that mean the same as a sign or a word; matched on folded text, brackets and all. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:believed|thought|reported|said|assumed|presumed|alleged) to (?:be|have been)\b/g, '?'],
  [
    /\b(?:the )?(?:exact |precise )?(?:date|day|month|time)s? (?:is |are |was )?(?:unknown|not known|unclear|unspecified|unconfirmed|not given)\b/g,
    ' ',
  ],
  [/\b(?:date|day) (?:is )?uncertain\b/g, '?'],
  [/\b(?:date|day) (?:is )?(?:approximate|approx|estimated)\b/g, '~'],
  [/\b(?:no later than|not later than|up to)\b/g, 'by'],
  [/\b(?:not before|no earlier than|not earlier than)\b/g, 'onwards'],
  [/\bon or about\b/g, '~'],
  [/\bprior to\b/g, 'before'],
  [/\bto date\b/g, '- present'],
  [/\ba (?=(?:principios|comienzos|mediados|finales|fines|mediado) )/g, ''],
  [DURATION, ' '],
  [/(?<![\w?])(?:\?\?|xx)(?![\w?])/g, '00'],
  // The months of the Levant that are told apart by a second word, by their other names.
  [/كانون الثان[يى]/g, 'يناير'],
  [/كانون ال[أا]ول/g, 'ديسمبر'],
  [/تشرين ال[أا]ول/g, 'أكتوبر'],
  [/تشرين الثان[يى]/g, 'نوفمبر'],
];

/** A word of each phrase; most texts have none of them. */
const ANY_PHRASE =
  /on or about|not |\(|\ba [pcmf]|known|clear|specified|confirmed|given| to |uncertain|approx|estimated|than|prior|\?\?|xx|كانون|تشرين/;

/** Writes phrases of several words as the one sign or word that they mean. */
export function shortenPhrases(folded: string): string {
  if (!ANY_PHRASE.test(folded)) return folded;
  return PHRASES.reduce((text, [phrase, short]) => text.replace(phrase, short), folded);
}

const NOTHING =
  /^(?:[-._*/\s]*|n[./]?[ad]\.?|na|nan|nat|null|none|nil|not applicable|missing|blank|0|0000(?:-00-00|\/00\/00)?|00[/.-]00[/.-]0000)$/;

/** Whether a folded text stands for a cell that was left blank, and does not say as much as `unknown` does. */
export function saysNothing(folded: string): boolean {
  return folded !== '..' && NOTHING.test(folded);
}

const UNKNOWN =
  /^(?:[-?.*_x\s/]+|n[./]?[ad]\.?|na|nan|nat|null|none|nil|unknown|unk\.?|undated|no date|date unknown|unknown date|date not known|not known|not available|not applicable|unspecified|not specified|not stated|uncertain|tbd|tba|tbc|pending|missing|blank|0|0000(?:-00-00|\/00\/00)?|00[/.-]00[/.-]0000|неизвестно|unbekannt|unbek\.|inconnue?|desconocid[ao]|k\.?a\.?|s\.?d\.?|o\.?d\.?)$/;

/** Whether a folded text says only that there is no date: `Unknown Date`, `n/a`, `?`, a dash. */
export function saysUnknown(folded: string): boolean {
  return folded.length <= 20 && UNKNOWN.test(folded.replace(/^[([]|[)\]]$/g, ''));
}
