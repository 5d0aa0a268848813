import { describe, expect, it } from 'vitest';
import { linesTable } from '../../../../testing/files/proposal-sample';
import { surveyTable } from '../../survey/survey-table';
import { guessFields } from './guess-fields';
import { guessLiterals } from './literals';

const surveySample = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  surveyTable(linesTable([header, ...rows].map((cells) => cells.join('|')).join('\n')));

/** A column of so many cells of each text. */
const cells = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([text, count]) => Array.from({ length: count }, () => text));

async function literalsIn(name: string, counts: Readonly<Record<string, number>>) {
  const column = cells(counts);
  const survey = await surveySample(
    ['n', name],
    column.map((text, at) => [String(at), text]),
  );
  return guessLiterals(survey.columns)[name] ?? [];
}

describe('“None” in a column', () => {
  it.each([
    ['damage', { None: 20, Minor: 6, Substantial: 3, Destroyed: 1 }, ['None']],
    ['Injury severity', { none: 3, bruises: 6, burns: 9 }, ['none']],
    ['level', { None: 20, Minor: 6, Severe: 3, '': 4 }, ['None']],
    ['effect_on_flight', { NONE: 9, 'Aborted take-off': 2, 'Precautionary landing': 4 }, ['NONE']],
  ] as const)('is a value of the scale of %s', async (name, counts, expected) => {
    expect(await literalsIn(name, counts)).toEqual(expected);
  });

  it.each([
    ['no scale is told by its name or its texts', 'weapon', { None: 20, rifle: 6, knife: 3, '': 4 }],
    ['its degrees have no blank cell beside them', 'level', { None: 20, Minor: 6, Severe: 3 }],
    ['it is seldom', 'level', { None: 1, Minor: 60, Severe: 30, '': 4 }],
    ['its column holds numbers', 'damage', { None: 20, '100': 6, '2500': 3 }],
    ['it is the only text but one', 'damage', { None: 20, yes: 5 }],
    [
      'its column is prose',
      'damage',
      { None: 9, [`${'a wall fell '.repeat(9)}`]: 1, [`${'a roof '.repeat(9)}`]: 1 },
    ],
  ] as const)('says that nothing is known where %s', async (_, name, counts) => {
    expect(await literalsIn(name, counts as Readonly<Record<string, number>>)).toEqual([]);
  });

  it('is told as a value in the reason of the field, and can be taken as one', async () => {
    const rows = cells({ None: 20, Minor: 6, Substantial: 3, unknown: 2 }).map((text) => [text]);
    const { columns } = await surveySample(['damage'], rows);
    const [guess] = guessFields(columns, null);
    expect(guess?.field.kind).toBe('category');
    expect(guess?.why).toContain('“None” is a value');
    expect(guess?.nothing).toEqual([
      { text: 'None', isValue: true },
      { text: 'unknown', isValue: false },
    ]);
  });
});
