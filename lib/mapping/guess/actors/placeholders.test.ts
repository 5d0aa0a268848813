import { expect, it } from 'vitest';
import { isPlaceholder } from './placeholders';

it.each([
  'Unknown',
  'unknown actor',
  'UNKNOWN',
  'Unidentified gunmen',
  'N/A',
  'n.a.',
  '-',
  '?',
  '—',
  'Not known',
  'неизвестно',
  'unbekannt',
  'inconnu',
  'desconocido',
  'Невідомо',
  'غير معروف',
  '???',
  'Unknown perpetrators',
  'none',
])('%s means that nobody knows', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

it.each([
  'Unidentified Armed Group (Kenya)',
  'The Unknowns',
  'Anonymous',
  'Civilians',
  'Nan Province',
  'Known',
  'Non-state militia',
  'Unidentified Military Forces',
  'IS',
  '17',
])('%s is an actor', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});
