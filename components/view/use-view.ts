'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { DatasetId } from '@/lib/series/model';
import { parseView } from '@/lib/view/parse';
import { viewHref } from '@/lib/view/serialize';
import type { View, ViewIssue } from '@/lib/view/view';

/** `push` makes a step that the back button undoes; `replace` is for steps within one gesture, such as a drag. */
export type Step = 'push' | 'replace';

export interface UrlView {
  readonly view: View;
  readonly issues: readonly ViewIssue[];
  readonly go: (view: View, step?: Step) => void;
}

/** The view in the address bar, and the way to change it. The only place that reads or writes the address. */
export function useView(dataset: DatasetId): UrlView {
  const params = useSearchParams().toString();
  const parsed = useMemo(() => parseView(dataset, new URLSearchParams(params)), [dataset, params]);
  const go = useCallback((view: View, step: Step = 'push') => {
    const href = viewHref(view);
    if (href === window.location.pathname + window.location.search) return;
    if (step === 'push') window.history.pushState(null, '', href);
    else window.history.replaceState(null, '', href);
  }, []);
  return { ...parsed, go };
}
