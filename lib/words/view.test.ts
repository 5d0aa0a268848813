import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE as guide } from '../../testing/series/example-guide';
import { parseView } from '../view/parse';
import { resolveWindow } from '../view/resolve';
import { viewInWords } from './view';

function words(query: string): string {
  const { view } = parseView(guide.meta.id, new URLSearchParams(query));
  return viewInWords(view, guide, resolveWindow(view, guide.meta.coverage));
}

function expectWords(cases: readonly (readonly [string, string])[]): void {
  for (const [query, expected] of cases) expect(words(query), query).toBe(expected);
}

describe('a view in words', () => {
  it('names the incidents and the window, in whole years and months where it can', () => {
    expectWords([
      ['', 'Attacks, 2017 – Jun 2024'],
      ['to=2024-03', 'Attacks, 2017 – Mar 2024'],
      ['from=2024&to=2024', 'Attacks, 2024'],
      ['from=2024-03-05&to=2024-04-07', 'Attacks, 5 Mar – 7 Apr 2024'],
      ['from=2024&to=2023', 'Attacks, a window that ends before it begins'],
      ['from=2030', 'Attacks, from 2030, after the coverage'],
      ['to=2016-02', 'Attacks, until Feb 2016, before the coverage'],
    ]);
  });

  it('says how the actors are tied to the incidents, in English', () => {
    expectWords([
      [
        'actor=islamic-state&relation=claimed&to=2024-03',
        'Attacks claimed by the Islamic State, 2017 – Mar 2024',
      ],
      ['actor=gur', 'Attacks linked to the Main Directorate of Intelligence of Ukraine, 2017 – Jun 2024'],
      [
        'actor=chri',
        'Attacks linked to the Chechen Republic of Ichkeria (government in exile), 2017 – Jun 2024',
      ],
      ['actor=atesh&relation=suspected', 'Attacks suspected to be by Atesh, 2017 – Jun 2024'],
      ['actor=atesh&relation=involved', 'Attacks involving Atesh, 2017 – Jun 2024'],
      ['actor=iscp,iskp', 'Attacks linked to ISCP or ISKP, 2017 – Jun 2024'],
      ['actor=iscp,iskp,atesh,gur', 'Attacks linked to 4 actors, 2017 – Jun 2024'],
      ['relation=claimed', 'Attacks claimed by anyone, 2017 – Jun 2024'],
      ['actor=none', 'Attacks with no actor established, 2017 – Jun 2024'],
      ['actor=none,atesh', 'Attacks linked to Atesh or with no actor established, 2017 – Jun 2024'],
      ['relation=none', 'Attacks with no relation given, 2017 – Jun 2024'],
      ['relation=claimed,none', 'Attacks claimed by anyone or with no relation given, 2017 – Jun 2024'],
      ['actor=atesh&relation=none', 'Attacks with no relation to Atesh, 2017 – Jun 2024'],
      ['actor=ikp', 'Attacks linked to “ikp” (unknown), 2017 – Jun 2024'],
    ]);
  });

  it('joins all clauses into one sentence', () => {
    expectWords([
      [
        'from=2024&to=2024&actor=iskp&relation=attributed,claimed&region=dagestan&q=church',
        'Attacks attributed to or claimed by Islamic State – Khorasan Province in Dagestan, 2024, mentioning “church”',
      ],
      [
        'actor=gur,atesh&type=bombing,cross-border-raid&disputed=only',
        'Disputed attacks of the type bombing or cross-border raid linked to Atesh or GUR, 2017 – Jun 2024',
      ],
    ]);
  });

  it('says types and regions, those not given, and the number of many', () => {
    expectWords([
      ['type=ied', 'Attacks of the type IED, 2017 – Jun 2024'],
      ['type=none', 'Attacks of no given type, 2017 – Jun 2024'],
      ['type=bombing,none', 'Attacks of the type bombing or of no given type, 2017 – Jun 2024'],
      ['type=a,b,c,d', 'Attacks of 4 types, 2017 – Jun 2024'],
      [
        'region=chechnya,dagestan,moscow-oblast',
        'Attacks in Chechnya, Dagestan or Moscow Oblast, 2017 – Jun 2024',
      ],
      ['region=none', 'Attacks in no given region, 2017 – Jun 2024'],
      ['region=a,b,c,d,e', 'Attacks in 5 regions, 2017 – Jun 2024'],
    ]);
  });

  it('keeps operations of the state apart from attacks, and says what is outside the scope', () => {
    expectWords([
      ['initiator=state', 'Operations started by the state, 2017 – Jun 2024'],
      ['initiator=foreign-state', 'Attacks started by a foreign state, 2017 – Jun 2024'],
      [
        'initiator=non-state,mixed',
        'Attacks that either side may have started or started by non-state actors, 2017 – Jun 2024',
      ],
      ['scope=out&from=2016', 'Attacks, outside the series’ scope, 2016 – Jun 2024'],
    ]);
  });

  it('says doubt that is filtered by', () => {
    expectWords([
      ['disputed=no&actor=atesh', 'Undisputed attacks linked to Atesh, 2017 – Jun 2024'],
      ['certainty=certain', 'Attacks, 2017 – Jun 2024, with a certain link'],
      ['certainty=certain,probable', 'Attacks, 2017 – Jun 2024, with a certain or probable link'],
      ['certainty=certain,none', 'Attacks, 2017 – Jun 2024, with a certain link (or none at all)'],
      [
        'relation=claimed&certainty=certain',
        'Attacks claimed by anyone, 2017 – Jun 2024, the claim certain to have been made',
      ],
      ['certainty=none', 'Attacks, 2017 – Jun 2024, without any link'],
    ]);
  });

  it('names the group that a bar opens', () => {
    expectWords([
      ['series=iscp', 'Attacks, 2017 – Jun 2024, in the group ISCP itself'],
      ['series=only:iscp', 'Attacks, 2017 – Jun 2024, in the group ISCP alone'],
      ['series=only:none', 'Attacks, 2017 – Jun 2024, in the group not established, or only suspected'],
      ['series=several', 'Attacks, 2017 – Jun 2024, in the group several actors'],
      ['series=bombing&split=type', 'Attacks, 2017 – Jun 2024, in the group Bombing'],
      ['series=not:iscp,not:iskp', 'Attacks, 2017 – Jun 2024, in the group other than ISCP and ISKP'],
    ]);
  });

  it('says which part could not be read, and that nothing is counted then', () => {
    expectWords([
      ['from=yesterday', 'Attacks, 2017 – Jun 2024; “from” cannot be read, so nothing is counted'],
      [
        'from=x&scope=y',
        'Attacks, 2017 – Jun 2024; “from” and “scope” cannot be read, so nothing is counted',
      ],
      ['bin=hour', 'Attacks, 2017 – Jun 2024'],
    ]);
  });
});
