'use client';

import { useEffect, useMemo, useState } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useAtRest } from '@/components/ui/use-at-rest';
import type { LateReports } from '@/lib/query/watch/late-bins';
import { twinHref } from '@/lib/view/addresses/addresses';
import { filtersAlone } from '@/lib/view/change';
import { withKey } from '@/lib/view/serialize';
import { checkView } from '@/lib/words/address/view-issues';
import { type Noticed, readNoticed } from './read-noticed';

/** So many notices stand on the dashboard; `/watch` has all. */
const MOST = 3;
/** A view is asked for once it has stood so long, in milliseconds: the watch is work, and comes after what the page is for. */
const STANDING = 1500;
/** Answers that are kept; a reader goes back and forth between views. */
const KEPT = 8;

const kept = new Map<string, Promise<Noticed | null>>();

async function fetched(href: string): Promise<Noticed | null> {
  const response = await fetch(href);
  return response.ok ? readNoticed(await response.json()) : null;
}

/** Asks once for each address; where nothing comes of it the dashboard is silent, for it shows everything else all the same. */
function ask(href: string): Promise<Noticed | null> {
  const known = kept.get(href);
  if (known !== undefined) return known;
  const answer = fetched(href).catch(() => null);
  kept.set(href, answer);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return answer;
}

/** What is known of what is noticed in the view that is shown. */
interface Watched {
  /** Whether it is asked for at all: not of a file that no server has, nor where nothing can stand out. */
  readonly asks: boolean;
  /** Null until the view has stood for a while and the answer has come. */
  readonly noticed: Noticed | null;
  /** Whether none came. */
  readonly failed: boolean;
}

/** Asks for what is noticed in the view that is shown, once it has stood for a while. */
export function useWatched(): Watched {
  const settled = useSettled();
  const { info, view, answers } = useAtRest(() => settled);
  const [found, setFound] = useState<{ readonly href: string; readonly noticed: Noticed | null } | null>(
    null,
  );
  const href = useMemo(() => {
    // In nothing, nothing stands out; and what cannot be read is said by the page, and refused as data.
    if (
      answers.activityTotal.bins.length === 0 ||
      view.broken.length > 0 ||
      checkView(view, info.guide).length > 0
    )
      return null;
    const address = twinHref(filtersAlone(view), 'watch.json');
    return address === null ? null : withKey(address, 'limit', String(MOST));
  }, [answers.activityTotal, view, info.guide]);
  useEffect(() => {
    if (href === null) return;
    let gone = false;
    const timer = setTimeout(() => {
      void ask(href).then((noticed) => {
        if (!gone) setFound({ href, noticed });
      });
    }, STANDING);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [href]);
  const answered = found !== null && found.href === href;
  const noticed = answered ? found.noticed : null;
  return { asks: href !== null, noticed, failed: answered && noticed === null };
}

/** What later reports can still add to the bins of the chart; null where it is not known (yet). */
export function useLateReports(): LateReports | null {
  return useWatched().noticed?.late ?? null;
}
