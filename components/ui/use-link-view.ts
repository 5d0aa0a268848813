'use client';

import { useMemo } from 'react';
import { changeView } from '@/lib/view/change';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/**
 * The view that the marks of a chart lead on from: without its open incident and without what is selected. The same object as
 * long as it means the same, so that neither makes the marks be drawn anew.
 */
export function useLinkView(view: View): View {
  const plain = changeView(view, { incident: null, select: null });
  const query = serializeView(plain);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query says all that the view does
  return useMemo(() => plain, [query, view.dataset]);
}
