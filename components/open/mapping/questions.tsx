'use client';

import { useId } from 'react';
import styles from '@/components/open/open.module.css';
import type { Drafting } from '@/components/open/opening';
import type { OpeningActions } from '@/components/open/use-opening';
import type { WantedReading } from '@/lib/formats/reading';
import { answerQuestion } from '@/lib/mapping/answer';
import type { Question, QuestionOption } from '@/lib/mapping/proposal';

function QuestionField(props: {
  readonly question: Question;
  readonly chosen: string | undefined;
  readonly onChoose: (option: QuestionOption) => void;
}) {
  const { question, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={styles.question} data-question={question.id} data-open={chosen === undefined}>
      <legend>{question.text}</legend>
      {question.options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={chosen === option.value}
            onChange={() => onChoose(option)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the file does not settle. Nothing of it is guessed. */
export function Questions(props: {
  readonly state: Drafting;
  readonly edit: OpeningActions['edit'];
  readonly onReading: (wanted: WantedReading) => void;
}) {
  const { state, edit, onReading } = props;
  const { questions } = state.found;
  if (questions.length === 0 || state.origin !== 'guess') return null;
  const choose = (question: Question, option: QuestionOption) =>
    'reading' in option.change
      ? onReading(option.change.reading)
      : edit(answerQuestion(state.draft, option), { [question.id]: option.value });
  return (
    <section className={styles.questions} aria-labelledby="questions">
      <h2 id="questions">
        {questions.length === 1 ? 'One question the file leaves open' : 'Questions the file leaves open'}
      </h2>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          chosen={state.chosen[question.id]}
          onChoose={(option) => choose(question, option)}
        />
      ))}
    </section>
  );
}
