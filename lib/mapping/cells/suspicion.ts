/** A name, and whether the text says that it is only suspected. */
export interface NamedActor {
  readonly name: string;
  readonly isSuspected: boolean;
}

const WORDS = `suspected|suspect|allegedly|alleged|presumed|presumably|possibly|probable|probably|likely|
presunto|presunta|presuntos|presuntamente|presumiblemente|sospechoso|suspeito|suposto|suposta|supostamente|présumé|présumée|présumés|
suspecté|suspectés|sospetto|presumibilmente|verdächtig|mutmaßlich|vermutlich|vermutet|предположительно|подозревается|подозреваемый|
подозреваемые|вероятно|ймовірно|підозрюваний|підозрювані|імовірно|مشتبه به|مشتبه بهم|يشتبه|محتمل|şüpheli|podejrzewany|podejrzewani|prawdopodobnie|verdacht`.replaceAll(
  '\n',
  '',
);

const BEHIND = new RegExp(
  `^(?<name>.*\\S)\\s*(?:[([]\\s*(?:${WORDS})\\s*[)\\]]|[,;:–—-]\\s+(?:${WORDS})|\\?+|[([]\\?+[)\\]])$`,
  'isu',
);
const BEFORE =
  /^(?:suspected|alleged(?:ly)?|presumed|possibly|probably|likely|presunto|presunta|presuntos|mutmaßliche[rn]?|présumés?|предположительно|ймовірно):? (?<name>\p{Lu}.*)$/su;

/** `Group X (suspected)` is Group X, suspected; so is `Suspected Group X`, where a name follows and no common word. */
export function readSuspicion(text: string): NamedActor {
  const found = BEHIND.exec(text) ?? BEFORE.exec(text.charAt(0).toLowerCase() + text.slice(1));
  const name = found?.groups?.name;
  return name === undefined ? { name: text, isSuspected: false } : { name, isSuspected: true };
}
