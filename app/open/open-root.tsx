'use client';

import { useEffect, useState } from 'react';
import { OpenPage } from '@/components/open/open-page';
import { openLocalDoor } from '@/lib/client/local-series';
import { serverPublisher } from '@/lib/client/server-publisher';

/** Gives the page its worker, which ends with it. */
export function OpenRoot() {
  const [door] = useState(() => openLocalDoor());
  useEffect(() => () => door.close(), [door]);
  return <OpenPage door={door} publisher={serverPublisher} />;
}
