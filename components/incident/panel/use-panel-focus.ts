'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { INCIDENT_HEADING } from '@/components/incident/incident-detail';

/** The link in the table that opens an incident. */
function rowLink(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-incident="${CSS.escape(id)}"]`);
}

function isGone(element: Element | null): boolean {
  return element === null || !element.isConnected || element === document.body;
}

/**
 * Moves the focus to the heading when an incident is opened, and back to what opened it when it is closed: the element
 * that had the focus, or the incident's link in the table. `ready` tells that the heading is there.
 */
export function usePanelFocus(id: string | null, ready: boolean): void {
  const opener = useRef<Element | null>(null);
  const last = useRef<string | null>(null);
  const focused = useRef(false);
  // Before other effects: a modal panel takes the focus in one of them.
  useLayoutEffect(() => {
    if (id !== null && last.current === null) {
      opener.current = document.activeElement;
      focused.current = false;
    }
    if (id === null && last.current !== null) {
      const before = isGone(opener.current) ? rowLink(last.current) : opener.current;
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
      opener.current = null;
    }
    last.current = id;
  }, [id]);
  useEffect(() => {
    if (id === null || !ready) return;
    const lost = isGone(document.activeElement);
    if (focused.current && !lost) return;
    focused.current = true;
    document.getElementById(INCIDENT_HEADING)?.focus();
  }, [id, ready]);
}
