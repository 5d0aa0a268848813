import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { changePointsOf } from '@/lib/query/exposure/change-points';
import { planDays, rateOf } from '@/lib/query/exposure/rate';
import { meaningEngine } from '@/lib/query/meaning/evaluate';
import { type Watch, watchView } from '@/lib/query/watch/watch';
import { addDays, formatDay, toDay } from '@/lib/time/day';
import { parseView } from '@/lib/view/parse';
import { resolveWindow } from '@/lib/view/resolve';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import { RateSection } from './rate-section';
import { WatchView } from './watch-view';

/** One attack every ten days, and nine by blue from 9 to 12 October 2023. */
const series = seriesOf([
  ...Array.from({ length: 140 }, (_, i) =>
    incident(`r${i}`, formatDay(addDays(toDay(2020, 1, 3), 10 * i)), { links: [link('red')] }),
  ),
  ...Array.from({ length: 9 }, (_, i) =>
    incident(`x${i}`, formatDay(toDay(2023, 10, 9 + (i % 4))), { links: [link('blue')] }),
  ),
]);
const engine = meaningEngine(series);
const info = infoOf(series);
const { view } = parseView(series.meta.id, new URLSearchParams());

describe('the page of what stands out', () => {
  let watch: Watch;
  let markup: string;
  beforeAll(async () => {
    watch = await watchView(engine, view, info);
    markup = renderToStaticMarkup(
      <WatchView info={info} view={view} watch={watch} json="/test/watch.json" feed="/test/watch.atom" />,
    );
  });

  it('says each notice in a sentence, beside a chart that says it too, and opens its incidents', () => {
    expect(markup).toContain(
      'Blue: 9 attacks in 9–15 Oct 2023, where its past, apart from what stood out in it, has none;',
    );
    expect(markup).toMatch(/role="img" aria-label="Counts by week, [^"]*Blue: 9 attacks/);
    expect(markup).toContain(
      'href="/test?from=2023-10-09&amp;to=2023-10-15&amp;actor=blue&amp;r=000000000000"',
    );
  });

  it('leads to how it is found and to its data', () => {
    expect(markup).toContain('href="/methods#what-stands-out"');
    expect(markup).toContain('href="/test/watch.json"');
    expect(markup).toContain('href="/test/watch.atom"');
    expect(markup).toMatch(
      /href="\/test\/watch\?from=[\d-]+&amp;to=[\d-]+&amp;r=000000000000">Repeat on revision 000000000000</,
    );
  });

  it('says why there is nothing, and draws no empty chart', async () => {
    const outside = parseView(series.meta.id, new URLSearchParams('from=2030')).view;
    const days = await engine.run(planDays(outside, info));
    const none = renderToStaticMarkup(
      <>
        <WatchView
          info={info}
          view={outside}
          watch={await watchView(engine, outside, info)}
          json=""
          feed=""
        />
        <RateSection
          view={outside}
          info={info}
          window={resolveWindow(outside, series.meta.coverage)}
          bins={[]}
          rate={rateOf(outside, info.guide, days)}
          changes={changePointsOf(outside, info.guide, days)}
          noun={series.meta.noun}
        />
      </>,
    );
    expect(none).toContain('so nothing can stand out');
    expect(none).toContain('On none of these days did anybody look');
    expect(none).not.toContain('<svg');
  });

  it('shows each stretch of steady rate with its interval, and opens what it counts', async () => {
    const days = await engine.run(planDays(view, info));
    const changes = changePointsOf(view, info.guide, days)!;
    const shown = renderToStaticMarkup(
      <RateSection
        view={view}
        info={info}
        window={resolveWindow(view, series.meta.coverage)}
        bins={[{ span: { from: toDay(2020, 1, 1), to: toDay(2020, 1, 31) }, per30: 3 }]}
        rate={rateOf(view, info.guide, days)}
        changes={changes}
        noun={series.meta.noun}
      />,
    );
    expect(shown.match(/<tr>/g)).toHaveLength(1 + changes.stretches.length);
    for (const { from, to } of changes.stretches) {
      expect(shown).toContain(`href="/test?from=${formatDay(from)}&amp;to=${formatDay(to)}"`);
    }
    expect(shown).not.toMatch(/NaN|Infinity/);
  });
});
