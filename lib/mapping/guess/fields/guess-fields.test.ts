import { expect, it } from 'vitest';
import { linesTable } from '../../../../testing/files/proposal-sample';
import { surveyTable } from '../../survey/survey-table';
import { guessFields } from './guess-fields';

it('tells columns apart whose names are read alike', async () => {
  const table = linesTable('Weapon|weapon|WEAPON_|Size\nGun|Knife|Bomb|large\nBomb|Gun|Knife|small\n');
  const guesses = guessFields((await surveyTable(table)).columns, null);
  expect(guesses.map(({ field: { id, label } }) => [id, label])).toEqual([
    ['weapon', 'Weapon'],
    ['weapon-2', 'Weapon (weapon)'],
    ['weapon-3', 'WEAPON (WEAPON_)'],
    ['size', 'Size'],
  ]);
});
