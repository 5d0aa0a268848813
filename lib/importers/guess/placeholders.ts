/** Whole texts that mean that nobody knows, in some languages, as {@link folded} makes them. */
const WORDS = new Set(
  `unknown|unkown|unknow|not known|unidentified|unspecified|unattributed|undetermined|unclear|not specified|not stated|
not reported|not available|not applicable|not identified|not given|no information|no data|unclaimed|not claimed|no claim|no claim of responsibility|n a|na|none|null|nil|nan|tbd|tba|unk|
unbekannt|unbekannte|unbekannter täter|unbekannte täter|nicht bekannt|keine angabe|k a|
inconnu|inconnue|inconnus|non identifié|non identifiés|non précisé|
desconocido|desconocida|desconocidos|no identificado|no identificados|sin datos|sin identificar|no especificado|
desconhecido|desconhecida|desconhecidos|não identificado|não informado|
sconosciuto|ignoto|ignoti|
неизвестно|неизвестный|неизвестные|неизвестен|не известно|не установлено|не установлены|нет данных|неустановленные лица|
невідомо|невідомий|невідомі|не встановлено|немає даних|
غير معروف|مجهول|مجهولون|غير محدد|bilinmiyor|bilinmeyen|faili meçhul|nieznany|nieznani|nieznany sprawca|nieznani sprawcy|onbekend|未知|不明|不详`
    .split('|')
    .map((word) => word.trim()),
);

const SIGNS_ONLY = /^[\s\p{P}\p{S}]+$/u;

/** Somebody of no name: `Unidentified gunmen`, `unknown actors`. */
const NOBODY =
  /^(unknown|unidentified|unnamed|unspecified) (armed )?(actor|group|perpetrator|assailant|attacker|gunman|gunmen|individual|person|people|men|man|militant|party|organi[sz]ation|suspect|offender|assailant)s?$/;

/** Lower case, with signs as single blanks. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();

/**
 * Whether a text in a column of actors means that the actor is not known. A coded actor such as ACLED's `Unidentified
 * Armed Group (Kenya)` says more than that, and is none.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > 60 || /[([{]/.test(text.trim().slice(1))) return false;
  if (SIGNS_ONLY.test(text)) return true;
  const plain = folded(text);
  return WORDS.has(plain) || NOBODY.test(plain);
}
