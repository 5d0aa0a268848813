'use client';

import { type FormEvent, useId, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { parseBound } from '@/lib/time/bounds';
import { changeView } from '@/lib/view/change';
import { hasRoom } from '@/lib/view/compared';
import { parseSpan, serializeSpan } from '@/lib/view/grammar/selection';
import styles from './compare.module.css';

const MESSAGE = 'Write a year, a month or a day (2017, 2017-03, 2017-03-05), the end not before the start.';

/** The item of a comparison that two texts make; null where they are no period. */
function periodOf(from: string, to: string): string | null {
  if (parseBound(from) === null || parseBound(to) === null) return null;
  const span = parseSpan(`${from}..${to}`);
  return span === null ? null : serializeSpan(span);
}

/** Puts the window beside a period of the reader's own. */
export function PeriodForm() {
  const { view, go } = useDashboard();
  const id = useId();
  const [texts, setTexts] = useState({ from: '', to: '' });
  const [isWrong, setWrong] = useState(false);
  if (!hasRoom(view, 'period')) return null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const item = periodOf(texts.from.trim(), texts.to.trim() || texts.from.trim());
    setWrong(item === null);
    if (item === null) return;
    setTexts({ from: '', to: '' });
    go((now) => {
      const items = now.compare?.by === 'period' ? now.compare.items : [];
      return changeView(now, { compare: { by: 'period', items: [...new Set([...items, item])] } });
    });
  };
  const field = (edge: 'from' | 'to', label: string) => (
    <label>
      {label}{' '}
      <input
        className="control"
        size={8}
        maxLength={10}
        autoComplete="off"
        spellCheck={false}
        value={texts[edge]}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        onChange={({ target }) => setTexts({ ...texts, [edge]: target.value })}
      />
    </label>
  );
  return (
    <form
      className={styles.period}
      onSubmit={onSubmit}
      data-needs-scripts=""
      aria-label="A period to compare"
    >
      {field('from', 'with the days from')}
      {field('to', 'to')}
      <button type="submit" className="control">
        Compare
      </button>
      <span id={id} role="alert" className={styles.problem}>
        {isWrong && MESSAGE}
      </span>
    </form>
  );
}
