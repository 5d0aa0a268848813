import { expect, it } from 'vitest';
import type { Engine } from '../../query/engine';
import { askFieldFacts } from '../../query/info/field-facts';
import { columnsOf } from '../columnar/columns/columns-builder';
import { columnFacts } from '../columnar/columns/field-facts';
import { firstAnswers, knowing } from './first-answers';
import { sampleSeries } from './sample-series';

/** Answers nothing. */
const SILENT: Engine = {
  name: 'silent',
  run: () => Promise.reject(new Error('it was asked')),
  close: async () => undefined,
};

it('the page about a series finds all that it asks for in the file', async () => {
  const columns = await columnsOf(sampleSeries());
  const answers = await firstAnswers(columns);
  const engine = knowing(SILENT, (query) => answers.get(JSON.stringify(query)) ?? null);
  const facts = await askFieldFacts(engine, columns.series.fields, columns.size);
  expect(facts.length).toBeGreaterThan(0);
  expect(facts).toEqual(columnFacts(columns));
});
