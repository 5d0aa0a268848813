'use client';

import { useRef } from 'react';
import { useFollow } from '@/components/dashboard/state/dashboard-context';

/**
 * What is made for each view but seen or used by nobody while a hand moves the window, such as where a link leads and what a button copies: then it is
 * what was made before the hand came. A page has some hundreds of such, which would take more of each frame than all that is seen to move.
 */
export function useAtRest<T>(make: () => T): T {
  const { isFollowing } = useFollow();
  const held = useRef<{ readonly value: T } | null>(null);
  if (!isFollowing || held.current === null) held.current = { value: make() };
  return held.current.value;
}
