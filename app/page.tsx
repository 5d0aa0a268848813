import { Catalogue } from '@/components/catalogue/catalogue';
import { SiteHeader } from '@/components/page/site-header';
import { loadCards } from '@/lib/server/cards';
import { catalogue } from '@/lib/server/root';

/** The front page: every dataset. */
export default async function HomePage() {
  const all = await loadCards(catalogue());
  return (
    <>
      <SiteHeader />
      <Catalogue
        cards={all.filter((card) => card.kind === 'card')}
        damaged={all.filter((card) => card.kind === 'damaged')}
      />
    </>
  );
}
