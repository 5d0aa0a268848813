import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDate } from '../../../testing/pictures/timeline-sample';
import type { Annotation } from '../../series/model';
import { addDays, formatDay, toDay } from '../../time/day';
import { textWidth } from '../scene/text-width';
import { ANNOTATION_SIZE, layAnnotations } from './annotation-labels';
import { timeScale } from './time-axis';

const FROM = toDay(2023, 1, 1);
const scale = timeScale(FROM, toDay(2023, 12, 31), { width: 600, left: 100, right: 10 });

function note(day: number, label: string): Annotation {
  const edtf = formatDay(addDays(FROM, day));
  return { id: `${label}${day}`, date: sampleDate(edtf), label, text: 'Why.', sources: [] };
}

const anyNote = fc
  .tuple(
    fc.integer({ min: 0, max: 364 }),
    fc.constantFrom('A law', 'A ceasefire is signed', 'Elections to the parliament of the republic'),
  )
  .map(([day, label]) => note(day, label));

describe('labels of annotations', () => {
  it('never touch each other, leave the plot or stand on another rule', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 9 }), (notes) => {
        const laid = layAnnotations(notes, scale, 590).filter(({ label }) => label !== '');
        const end = (one: (typeof laid)[number]) => one.labelX + textWidth(one.label, ANNOTATION_SIZE);
        for (const one of laid) {
          expect(one.labelX).toBeGreaterThanOrEqual(100);
          expect(end(one)).toBeLessThanOrEqual(590);
          for (const other of laid) {
            if (other === one) continue;
            const sameRow = other.row === one.row;
            if (sameRow) expect(end(one) <= other.labelX || end(other) <= one.labelX).toBe(true);
            if (other.row <= one.row) expect(other.x < one.labelX || other.x > end(one)).toBe(true);
          }
        }
      }),
    );
  });

  it('stand right of their rule, left of it at the right edge, and are left out outside the window', () => {
    const [first, last, ...more] = layAnnotations(
      [note(10, 'A law'), note(362, 'A law'), note(400, 'Later')],
      scale,
      590,
    );
    expect(first?.labelX).toBeGreaterThan(first?.x ?? 0);
    expect(last?.labelX).toBeLessThan(last?.x ?? 0);
    expect(more).toEqual([]);
  });

  it('stand in rows of their own where they are of one day', () => {
    const laid = layAnnotations([note(180, 'A law'), note(180, 'Elections')], scale, 590);
    expect(laid.map(({ label, row }) => [label, row])).toEqual([
      ['A law', 0],
      ['Elections', 1],
    ]);
  });

  it('stand beneath each other where their rules are near', () => {
    const laid = layAnnotations(
      [note(180, 'A ceasefire is signed'), note(182, 'A law'), note(184, 'Elections')],
      scale,
      590,
    );
    expect(laid.map(({ label, row }) => [label, row])).toEqual([
      ['A ceasefire is signed', 0],
      ['A law', 1],
      ['Elections', 2],
    ]);
  });

  it('keep their words in full where the label is cut', () => {
    const [cut] = layAnnotations(
      [note(180, 'A very long label that has no room whatever in so small a picture')],
      scale,
      590,
    );
    expect(cut?.label.endsWith('…')).toBe(true);
    expect(cut?.words).toBe(
      'A very long label that has no room whatever in so small a picture, 30 Jun 2023. Why.',
    );
  });
});
