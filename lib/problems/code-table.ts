/**
 * What a problem costs. `fatal`: there is no series. `row`: its row is not used. `cell`: its row is used without that
 * cell. `skip`: its row was left out on purpose, by a rule that is stated. `warning`: nothing is left out; the row or cell
 * is used with the meaning stated. `note`: nothing is left out; something about the file is worth knowing.
 */
export type ProblemEffect = 'fatal' | 'row' | 'cell' | 'skip' | 'warning' | 'note';

/** What a code means, in a sentence, and what somebody can do about it. */
export interface CodeEntry {
  readonly effect: ProblemEffect;
  readonly meaning: string;
  readonly advice?: string;
}

/** Codes of one part of the importer. Codes are stable: people and scripts look for them. */
export type CodeTable = Readonly<Record<string, CodeEntry>>;
