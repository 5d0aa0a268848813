'use client';

import { type ReactNode, useRef } from 'react';
import { useKeptRoom } from './use-kept-room';

/** A part of a panel that keeps the room that it takes in sight, so that what stands beneath it in the panel stays. It is there where it holds nothing, too. */
export function Room({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useKeptRoom(ref);
  return (
    <div ref={ref} data-room="">
      {children}
    </div>
  );
}
