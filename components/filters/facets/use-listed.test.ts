import { describe, expect, it } from 'vitest';
import { firstWith } from './use-listed';

describe('a list that is folded', () => {
  const list = [...'abcdef'];
  const folded = (kept: string) => firstWith(list, 3, (one) => kept.includes(one)).join('');

  it('is as long with what is selected further down as without it', () => {
    expect(folded('')).toBe('abc');
    expect(folded('b')).toBe('abc');
    expect(folded('f')).toBe('abf');
    expect(folded('bf')).toBe('abf');
    expect(folded('def')).toBe('def');
  });

  it('holds all that is selected, however much', () => {
    expect(folded('abdef')).toBe('abdef');
  });
});
