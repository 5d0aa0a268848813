/** What stands where a table says nothing of itself, as the importer writes it into a revision. */
export const NOT_STATED = 'Not stated';

/** A text that a series says of itself; null where it only says that it says nothing. */
export function statedText(text: string): string | null {
  return text === '' || text === NOT_STATED || text === `${NOT_STATED}.` ? null : text;
}

/**
 * What an import of a file says of itself, in the word for a row that all series share. A revision holds these texts as they stand, and pages
 * put the noun of the series in place of `incident`, so both know them from here.
 */
export const IMPORT_TEXTS = {
  spanOfIncidents: 'From the first to the last incident; what else was watched is not stated.',
  noKnownDay: 'No incident has a known day.',
  rowIsIncident: 'Each incident is one row of a table; the codebook names the columns that were used.',
  rowIsClaim:
    'Each row of a table is a claim of an incident; rows with one id are one incident. The codebook names the columns that were used.',
} as const;
