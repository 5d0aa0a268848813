'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Drafting } from '@/components/open/opening';
import type { OpeningActions } from '@/components/open/use-opening';
import type { FieldGuess } from '@/lib/mapping/free-fields';
import type { Mapping, MappingField } from '@/lib/mapping/mapping';
import type { FieldReason } from '@/lib/mapping/proposal';

/** What every field of the form works with. */
export interface MappingForm {
  readonly draft: Mapping;
  readonly columns: readonly string[];
  /** The field that each column with cells would be. */
  readonly guesses: readonly FieldGuess[];
  readonly edit: OpeningActions['edit'];
  readonly reasonsOf: (field: MappingField) => readonly FieldReason[];
  /** The first distinct cells of a column. */
  readonly samplesOf: (column: string) => readonly string[];
}

const SAMPLES = 3;
const Context = createContext<MappingForm | null>(null);

/** Gives the fields below it the mapping and the way to change it. */
export function MappingProvider(props: {
  readonly state: Drafting;
  readonly edit: OpeningActions['edit'];
  readonly children: ReactNode;
}) {
  const { state, edit, children } = props;
  const { draft, found } = state;
  const form = useMemo(() => {
    const columns = found.columns.map(({ name }) => name);
    const samplesOf = (column: string) => {
      const at = columns.indexOf(column);
      const cells = found.preview.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
      return [...new Set(cells)].slice(0, SAMPLES);
    };
    const reasonsOf = (field: MappingField) => found.reasons.filter((reason) => reason.field === field);
    return { draft, columns, guesses: found.fields, edit, reasonsOf, samplesOf };
  }, [draft, found, edit]);
  return <Context value={form}>{children}</Context>;
}

/** The mapping that is being told. */
export function useMapping(): MappingForm {
  const form = useContext(Context);
  if (!form) throw new Error('useMapping stands outside a MappingProvider.');
  return form;
}
