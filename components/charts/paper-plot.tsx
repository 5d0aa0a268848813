import { PAPER_WIDTH, PaperParts } from '@/components/ui/room/paper-parts';
import { SceneSvg } from '@/components/ui/scene-svg';
import { activityParts, activityScene } from '@/lib/render/activity/activity';
import type { ActivityData } from '@/lib/render/activity/data';
import type { ActivityGroup } from '@/lib/render/activity/groups';
import type { View } from '@/lib/view/view';

/** The address behind a mark of a chart; null where there is none. */
export type Href = (group: ActivityGroup, index: number) => string | null;

/** What a chart is on paper: a picture, of several panels one in parts. */
export function PaperPlot(props: { readonly data: ActivityData; readonly view: View; readonly href: Href }) {
  const { data, view, href } = props;
  const drawn = { width: PAPER_WIDTH, href, selected: view };
  const parted = activityParts(data, drawn);
  return parted === null ? (
    <SceneSvg scene={activityScene(data, drawn)} />
  ) : (
    <PaperParts
      width={parted.width}
      axis={{ at: 'foot', ...parted.axis }}
      parts={parted.parts.map(({ y, height, nodes }) => ({
        ...{ y, height },
        drawn: <SceneSvg scene={{ tag: 'g', attrs: {}, children: nodes }} />,
      }))}
    />
  );
}
