import { Catalogue } from '@/components/catalogue/catalogue';
import { SiteHeader } from '@/components/page/site-header';
import { catalogue } from '@/lib/server/catalogue/server-catalogue';
import { loadCards } from '@/lib/server/pages/front-page';

/** The front page: every dataset. */
export default async function HomePage() {
  const all = await loadCards(catalogue());
  return (
    <>
      <SiteHeader />
      <Catalogue
        cards={all.filter((card) => card.kind === 'card')}
        damaged={all.filter((card) => card.kind === 'damaged')}
        waiting={all.filter((card) => card.kind === 'waiting').map(({ id }) => id)}
      />
    </>
  );
}
