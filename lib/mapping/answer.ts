import type { Mapping } from './mapping';
import type { QuestionOption } from './proposal';

/** The mapping after a question was answered. Another reading is added to the one the mapping has. */
export function answerQuestion(mapping: Mapping, { change }: QuestionOption): Mapping {
  if ('mapping' in change) return { ...mapping, ...change.mapping };
  if ('date' in change) return { ...mapping, date: { ...mapping.date, ...change.date } };
  return { ...mapping, reading: { ...mapping.reading, ...change.reading } };
}
