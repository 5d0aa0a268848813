import { describe, expect, it } from 'vitest';
import { type Drafting, isUnderstood } from './opening';

/** A draft as far as it is asked. */
function drafting(found: object, more: Partial<Drafting> = {}): Drafting {
  const clear = { mapping: {}, refusal: null, groups: [], broken: 0, questions: [] };
  const state = { step: 'mapping', origin: 'guess', kept: null, chosen: {}, found: { ...clear, ...found } };
  return { ...state, ...more } as unknown as Drafting;
}

describe('a file is understood', () => {
  it('where nothing of it is left to be decided', () => {
    expect(isUnderstood(drafting({}))).toBe(true);
  });

  it.each([
    ['no mapping could be proposed', { mapping: null }],
    ['a question is open', { questions: [{ id: 'order' }] }],
    ['it may be no series of events', { refusal: { code: 'no-date-column' } }],
    ['two spellings may be one actor', { groups: [{}] }],
    ['a record cannot be read', { broken: 1 }],
  ])('but not where %s', (_, found) => {
    expect(isUnderstood(drafting(found))).toBe(false);
  });

  it('where its mapping was kept, and not where one was set aside', () => {
    expect(isUnderstood(drafting({ questions: [{ id: 'order' }] }, { origin: 'remembered' }))).toBe(true);
    const kept = { mapping: {}, reason: 'its dates differ' } as unknown as Drafting['kept'];
    expect(isUnderstood(drafting({}, { kept }))).toBe(false);
  });
});
