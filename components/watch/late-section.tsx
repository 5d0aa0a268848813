import { Section } from '@/components/about/section';
import type { LateReports } from '@/lib/query/watch/late-bins';
import type { SeriesMeta } from '@/lib/series/model';
import { lateBinInWords, lateInWords } from '@/lib/words/chance/late';
import { capitalised } from '@/lib/words/labels';

/** What later reports can still add to the last bins. */
export function LateSection(props: {
  readonly publications: number;
  readonly late: LateReports | null;
  readonly noun: SeriesMeta['noun'];
}) {
  const { publications, late, noun } = props;
  return (
    <Section id="late" title="Reports that are still to come">
      <p>{lateInWords(publications, late).join(' ')}</p>
      {late !== null && late.bins.length > 0 && (
        <ul>
          {late.bins.map((one) => (
            <li key={one.start}>{capitalised(lateBinInWords(one, late, noun))}.</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
