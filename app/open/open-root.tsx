'use client';

import { useEffect, useState } from 'react';
import { OpenPage } from '@/components/open/open-page';
import { openLocalConnection } from '@/lib/client/local/local-series';
import { serverPublisher } from '@/lib/client/served/server-publisher';

/** Gives the page its worker, which ends with it. */
export function OpenRoot({ savePolicy }: { readonly savePolicy: string }) {
  const [connection] = useState(() => openLocalConnection());
  useEffect(() => () => connection.close(), [connection]);
  return <OpenPage connection={connection} publisher={serverPublisher} savePolicy={savePolicy} />;
}
