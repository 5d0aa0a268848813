import { describe, expect, it } from 'vitest';
import { isMissing } from './missing-words';

describe('a whole cell that says that nothing is known', () => {
  it.each(
    `NA|N/A|n/a|NULL|null|None|none|NaN|nan|-|–|—|?|…|missing|unknown|Unknown|UNKNOWN|not reported|(unknown)|\\N|#N/A|
не установлен|Неизвестно|нет данных|н/д|не встановлено|невідомо|desconocido|Sin datos|por establecer|s/d|desconhecido|não informado|
inconnu|non précisé|unbekannt|keine Angabe|sconosciuto|مجهول|غير معروف|نامعلوم|bilinmiyor|nieznany|onbekend|未知|不明|미상|לא ידוע`
      .split('|')
      .map((text) => text.trim()),
  )('is %s', (text) => expect(isMissing(text)).toBe(true));

  it.each([
    'Na',
    'Nan',
    'Nil',
    'ND',
    'SD',
    'No',
    '0',
    'Unknown Soldier Square',
    'Nonesuch',
    'unidentified gunmen',
    'missing persons',
    '🚀',
    '',
    'a'.repeat(5000),
  ])('is not %s', (text) => expect(isMissing(text)).toBe(false));
});
