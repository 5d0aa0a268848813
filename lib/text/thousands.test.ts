import { expect, it } from 'vitest';
import { ownInWords } from '../words/incident';
import { thousands } from './thousands';

const WHOLE = [0, 7, 10, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890];

it('sets thousands apart as Intl does', () => {
  expect(WHOLE.map((number) => thousands(String(number)))).toEqual(
    WHOLE.map((number) => number.toLocaleString('en')),
  );
});

it('writes a number of an own field as Intl does, with every decimal', () => {
  const numbers = [
    ...WHOLE,
    0.1 + 0.2,
    1234.5,
    -1234.125,
    -0.5,
    1e-9,
    -2.5e-7,
    1e21,
    123_456_789_012_345_680,
  ];
  const written = (number: number) => ownInWords('number', number);
  expect(numbers.map(written)).toEqual(
    numbers.map((number) => [number.toLocaleString('en', { maximumFractionDigits: 20 }).replace('-', '−')]),
  );
});
