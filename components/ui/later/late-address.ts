'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

/** So long, in milliseconds, no link is drawn anew before addresses are written. */
const REST = 200;
/** And so long they are written at a stretch. */
const STRETCH = 4;

/** Where a link leads, as an address. */
type Make = () => string;

/** The links of the page that lead to other views, with the way to their addresses. */
const LINKS = new Map<Element, Make>();

/** A hand on a link, and what else reads addresses of a page. */
const TOUCHES = ['pointerover', 'pointerdown', 'focusin', 'contextmenu', 'dragstart', 'click', 'auxclick'];
const READINGS = ['copy', 'beforeprint'];

function write(link: Element): void {
  const href = LINKS.get(link)?.();
  if (href !== undefined && href !== link.getAttribute('href')) link.setAttribute('href', href);
}

function writeAll(): void {
  for (const link of LINKS.keys()) write(link);
}

function writeTouched({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link !== null) write(link);
}

let asked = 0;
let isWaiting = false;

/** Writes addresses while nothing else is to be done; begins anew where a link was drawn meanwhile. */
function writeSome(links: Iterator<Element>, since: number): void {
  if (asked !== since) {
    writeAtRest();
    return;
  }
  const until = performance.now() + STRETCH;
  do {
    const next = links.next();
    if (next.done) {
      isWaiting = false;
      return;
    }
    write(next.value);
  } while (performance.now() < until);
  whenIdle(() => writeSome(links, since));
}

function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(run);
  else requestIdleCallback(run);
}

function writeAtRest(): void {
  const since = asked;
  setTimeout(() => (asked === since ? whenIdle(() => writeSome(LINKS.keys(), since)) : writeAtRest()), REST);
}

/** Has the addresses of all links written once the page rests. To be called when they may lead elsewhere. */
export function renewAddresses(): void {
  asked += 1;
  if (isWaiting) return;
  isWaiting = true;
  writeAtRest();
}

function add(link: Element, make: Make): void {
  if (LINKS.size === 0) {
    for (const touch of TOUCHES) document.addEventListener(touch, writeTouched, true);
    for (const reading of READINGS) window.addEventListener(reading, writeAll);
  }
  LINKS.set(link, make);
}

/**
 * The address of a link to another view: as it is when the link comes into the page, and from then on written into the link itself when the page has rested, or a
 * hand comes to it, or its page is copied or printed. A page has some hundreds of such links, all of which lead elsewhere after each click, and
 * making their addresses took a good part of it. What a plain click does never goes by the address.
 */
export function useLateAddress(make: Make): {
  readonly ref: RefObject<HTMLAnchorElement | null>;
  readonly href: string;
} {
  const ref = useRef<HTMLAnchorElement>(null);
  // React is never told of another, and so never writes one.
  const [href] = useState(make);
  useEffect(() => {
    const link = ref.current;
    if (link === null) return;
    const isNew = !LINKS.has(link);
    add(link, make);
    if (!isNew) renewAddresses();
  });
  useEffect(() => {
    const link = ref.current;
    return () => {
      if (link !== null) LINKS.delete(link);
    };
  }, []);
  return { ref, href };
}
