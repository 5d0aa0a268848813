/** What programs and people write where there is nothing to write, exactly so: `Na` is a town and `Nan` a province. */
const CODES = new Set(
  'NA na N/A n/a #N/A #NA <NA> N.A. n.a. NaN nan NAN NULL null Null None none NONE nil NIL \\N #NULL! undefined'.split(
    ' ',
  ),
);

const LONGEST_CODE = Math.max(...[...CODES].map(({ length }) => length));
/** 1 for the characters that the codes begin with: hardly any other text needs to be looked up. */
const CODE_BEGINNINGS = new Uint8Array(1 << 7);
for (const code of CODES) CODE_BEGINNINGS[code.charCodeAt(0)] = 1;

/** Whole texts that mean that nobody knows, or that nothing is said, as {@link folded} makes them. */
const WORDS = new Set(
  `unknown|unkown|unknow|uknown|not known|unspecified|undetermined|unclear|not specified|not stated|not reported|not available|
not applicable|not identified|not given|not recorded|not determined|not provided|not established|not confirmed|not disclosed|
no information|no info|no data|no report|missing|tbd|tba|tbc|unk|n k|to be determined|to be confirmed|none given|none reported|
unbekannt|unbekannte|unbekannter|nicht bekannt|keine angabe|keine angaben|ohne angabe|k a|unklar|nicht verfügbar|
inconnu|inconnue|inconnus|inconnues|non identifié|non identifiée|non identifiés|non précisé|non précisée|non renseigné|
non communiqué|non disponible|non déterminé|pas de données|
desconocido|desconocida|desconocidos|desconocidas|se desconoce|no identificado|no identificada|no identificados|sin datos|
sin dato|sin información|sin informacion|sin identificar|sin establecer|sin determinar|sin especificar|no especificado|no informado|
no reportado|no reporta|no disponible|no determinado|no aplica|no se sabe|por determinar|por establecer|por identificar|s d|n d|
desconhecido|desconhecida|desconhecidos|não identificado|não identificados|não informado|não disponível|não se sabe|
sem informação|sem dados|sem identificação|ignorado|ignorada|
sconosciuto|sconosciuta|sconosciuti|ignoto|ignoti|non noto|non specificato|non identificato|nessun dato|
неизвестно|неизвестный|неизвестная|неизвестное|неизвестные|неизвестен|неизвестна|неизвестны|не известно|не известен|
не установлен|не установлена|не установлено|не установлены|неустановлен|неустановлено|неустановленный|неустановленные|неустановленное|
нет данных|данных нет|нет информации|нет сведений|не указан|не указана|не указано|не указаны|не определён|не определен|
не определено|неясно|уточняется|уточняются|данные уточняются|н д|
невідомо|невідомий|невідома|невідоме|невідомі|не відомо|не встановлено|не встановлений|не встановлена|не встановлені|
невстановлений|невстановлено|невстановлені|немає даних|даних немає|немає інформації|не вказано|не зазначено|уточнюється|
غير معروف|غير معروفة|غير معلوم|مجهول|مجهولة|مجهولون|مجهولين|غير محدد|غير محددة|غير متوفر|غير متاح|غير مذكور|لا توجد بيانات|لا يوجد|
نامعلوم|ناشناس|نامشخص|
bilinmiyor|bilinmeyen|belirsiz|belirtilmemiş|veri yok|nieznany|nieznana|nieznane|nieznani|nieustalony|nieustaleni|nie ustalono|
nie podano|brak danych|b d|onbekend|niet bekend|geen gegevens|okänd|okänt|ukjent|ukendt|tuntematon|neznámý|neznámé|neznámí|neznámy|
nepoznat|nepoznato|непознат|непознато|неизвестни|ismeretlen|necunoscut|necunoscuți|άγνωστο|άγνωστος|άγνωστοι|לא ידוע|अज्ञात|অজানা|অজ্ঞাত|
tidak diketahui|tak dikenal|tidak ada data|không rõ|không xác định|ไม่ทราบ|haijulikani|lama yaqaan|
未知|不明|不详|不詳|未详|未詳|미상|불명|알 수 없음`
    .split('|')
    .map((word) => word.trim()),
);

/** Signs alone, such as `-`, `?` or `…`; pictures are more than that. */
const SIGNS_ONLY = /^[\s\p{P}\p{Sm}\p{Sk}\p{Sc}]+$/u;
const LONGEST = 40;
/** What the words begin with, two letters each: nearly every other text is told by these at once. */
const BEGINNINGS = new Set([...WORDS].map((word) => word.slice(0, 2)));
const WORD = /^[\p{P}\p{S}\s]*(\p{L}\p{M}?.?)/u;

/** The same, of plain letters, by the codes of both: a look-up that makes no text. */
const PLAIN_BEGINNINGS = new Uint8Array(1 << 14);
for (const two of BEGINNINGS) {
  if (/^[a-z][a-z ]$/.test(two)) PLAIN_BEGINNINGS[(two.charCodeAt(0) << 7) | two.charCodeAt(1)] = 1;
}

const isLatin = (code: number) => code >= 97 && code <= 122;

/**
 * Whether a text begins as one of the words, where it begins with two plain letters, or with one and a sign; null where it
 * begins with anything else.
 */
function beginsPlainly(text: string): boolean | null {
  const [first, second] = [text.charCodeAt(0) | 32, text.charCodeAt(1)];
  if (!isLatin(first) || !(second >= 32 && second < 127)) return null;
  const next = isLatin(second | 32) ? second | 32 : 32;
  return PLAIN_BEGINNINGS[(first << 7) | next] === 1;
}

function mayBeWord(text: string): boolean {
  const plain = beginsPlainly(text);
  if (plain !== null) return plain;
  const first = WORD.exec(text)?.[1] ?? '';
  const two = /^[\p{L}\p{M}]+$/u.test(first) ? first : `${first.charAt(0)} `;
  return BEGINNINGS.has(two.normalize('NFC').toLowerCase().slice(0, 2));
}

/** Lower case, composed, with signs as single blanks. */
export const folded = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();

/** Whether a text is plain letters, in words with one blank between them: then its lower case is it as {@link folded}. */
function isPlain(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isLatin(code | 32) && !(code === 32 && before !== 32)) return false;
    before = code;
  }
  return before !== 32;
}

const MINUS = 45;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Whether a whole cell says that nothing is known, in some languages: `NA`, `N/A`, `?`, `unknown`, `не установлен`, `مجهول`. */
export function isMissing(text: string): boolean {
  const first = text.charCodeAt(0);
  if (text.length > LONGEST || isDigit(first === MINUS ? text.charCodeAt(1) : first)) return false;
  if (text.length <= LONGEST_CODE && CODE_BEGINNINGS[first] === 1 && CODES.has(text)) return true;
  if (!mayBeWord(text)) return !isLatin(first | 32) && SIGNS_ONLY.test(text);
  return !/[0-9]/.test(text) && WORDS.has(isPlain(text) ? text.toLowerCase() : folded(text));
}
