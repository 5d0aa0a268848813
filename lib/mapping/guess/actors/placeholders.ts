import { folded, isMissing } from '../../survey/missing-words';

/** Whole texts that mean that nobody is known to have done it, where a column is about who did. */
const NO_ACTOR = new Set(
  `na|nan|nil|unidentified|unattributed|unclaimed|not claimed|no claim|no claim of responsibility|no group|
unbekannter täter|unbekannte täter|unbekannte täterschaft|auteur inconnu|auteurs inconnus|autor desconocido|autores desconocidos|
autor no identificado|responsable desconocido|actor desconocido|grupo desconocido|sujetos desconocidos|individuos desconocidos|hombres desconocidos|
autor desconhecido|autoria desconhecida|ignoti aggressori|
неустановленные лица|неизвестные лица|неизвестные вооруженные лица|неизвестные вооружённые лица|неизвестный исполнитель|исполнитель не установлен|
ответственность не взята|невідомі особи|невстановлені особи|مسلحون مجهولون|مسلحين مجهولين|جهة مجهولة|جهة غير معروفة|مجهول الهوية|
faili meçhul|nieznany sprawca|nieznani sprawcy|افراد ناشناس|افراد مسلح ناشناس`
    .split('|')
    .map((word) => word.trim()),
);

/** Somebody of no name: `Unidentified gunmen`, `unknown actors`. */
const NOBODY =
  /^(unknown|unidentified|unnamed|unspecified) (armed )?(actor|group|perpetrator|assailant|attacker|gunman|gunmen|individual|person|people|men|man|militant|party|organi[sz]ation|suspect|offender|assailant)s?$/;

/**
 * Whether a text in a column of actors means that the actor is not known. A coded actor such as ACLED's `Unidentified
 * Armed Group (Kenya)` says more than that, and is none.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > 60 || /[([{]/.test(text.trim().slice(1))) return false;
  const plain = folded(text);
  return isMissing(text.trim()) || NO_ACTOR.has(plain) || NOBODY.test(plain);
}
