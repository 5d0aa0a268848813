import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { OLD_BROWSER_SCRIPT, OldBrowser } from '@/components/page/old-browser';
import { THEME_SCRIPT } from '@/components/page/theme';
import { latin } from './font';

/** Every page carries a nonce of its own, and none may import the series while the app is being built. */
export const dynamic = 'force-dynamic';

const TITLE = 'Annals';
const DESCRIPTION =
  'Dated event series as timelines, activity charts, incident tables and links that stay true.';

export const metadata: Metadata = {
  title: TITLE,
  description: DESCRIPTION,
  openGraph: { type: 'website', siteName: TITLE, title: TITLE, description: DESCRIPTION },
  twitter: { card: 'summary', title: TITLE, description: DESCRIPTION },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** The frame of every page. The script sets the theme before the first paint, so that nothing flashes. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang="en" className={latin.variable} suppressHydrationWarning>
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; browsers run it before they paint
          dangerouslySetInnerHTML={{ __html: `${OLD_BROWSER_SCRIPT};${THEME_SCRIPT}` }}
        />
      </head>
      <body>
        <OldBrowser />
        {children}
      </body>
    </html>
  );
}
