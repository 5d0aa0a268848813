import type { WantedReading } from '../../formats/reading';
import { answerQuestion } from '../../mapping/answer';
import { checkMapping } from '../../mapping/checks/check-mapping';
import type { Mapping } from '../../mapping/mapping';
import type { Proposal, Question, QuestionOption } from '../../mapping/proposal';
import { usageError } from '../terminal/exit';

/** What answers make of a proposal: changes of the mapping, another reading, and what is still asked. */
export interface AnsweredQuestions {
  readonly mapping: Mapping | null;
  /** Null where no answer changes how the bytes are read. */
  readonly reading: WantedReading | null;
  readonly open: readonly Question[];
}

/** The option of a question that a command line names. Throws a CommandError where there is none. */
export function optionOf(question: Question, value: string): QuestionOption {
  const option = question.options.find((one) => one.value === value);
  if (option) return option;
  const options = question.options.map((one) => one.value).join(', ');
  const message = `“${value}” is no answer to “${question.id}”. Answers: ${options}.`;
  throw usageError(message, 'bad-answer');
}

/** Applies answers to questions. */
export function applyAnswers(
  { mapping }: Pick<Proposal, 'mapping'>,
  questions: readonly Question[],
  answers: ReadonlyMap<string, string>,
): AnsweredQuestions {
  const open: Question[] = [];
  let changed: Mapping | null = mapping;
  let reading: WantedReading | null = null;
  for (const question of questions) {
    const value = answers.get(question.id);
    if (value === undefined) {
      open.push(question);
      continue;
    }
    const option = optionOf(question, value);
    if ('reading' in option.change) reading = { ...(reading ?? {}), ...option.change.reading };
    else if (changed) changed = answerQuestion(changed, option);
  }
  return { mapping: changed, reading, open };
}

/** Checks a mapping against the columns of a file. Throws a CommandError with every reason. */
export function mustFit(json: unknown, columns: Parameters<typeof checkMapping>[1], where: string): Mapping {
  const checked = checkMapping(json, columns);
  if (checked.kind === 'ok') return checked.mapping;
  const names = columns.map(({ name }) => name).slice(0, 40);
  const message = [
    `The mapping ${where} cannot be used:`,
    ...checked.reasons.map((reason) => `  ${reason}`),
    `The columns of the file: ${names.join(', ')}${columns.length > names.length ? ', …' : ''}`,
  ].join('\n');
  throw usageError(message, 'bad-mapping');
}
