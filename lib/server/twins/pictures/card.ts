import { CARD, incidentCard } from '../../../render/picture/incident-card';
import { drawPicture } from '../../../render/picture/picture';
import { askForPicture, type PictureKind } from '../../../render/picture/picture-input';
import type { SceneNode } from '../../../render/scene/scene';
import { toSvg } from '../../../render/scene/svg';
import type { IncidentId } from '../../../series/model';
import type { View } from '../../../view/view';
import { servedOutlines } from '../../boundaries/served-outlines';
import type { TwinAnswer, TwinRequest } from '../twin';
import { toPng } from './pictures';

/** What a card shows of a view, the first that fits. The last has one row for each group and always does when scaled. */
const KINDS: readonly PictureKind[] = ['activity', 'timeline', 'comparison'];

/** Whether an address asks for a map, so that its card is one. */
function asksForMap({ map, box, places }: View): boolean {
  return map !== 'off' && (map !== null || box !== null || places.length > 0);
}

async function viewCard({ revision, view }: TwinRequest): Promise<SceneNode> {
  const outlines = asksForMap(view) ? servedOutlines : null;
  const input = await askForPicture(revision.engine, view, revision.info, undefined, outlines);
  for (const kind of input.map === null ? KINDS : (['map', ...KINDS] as const)) {
    const picture = drawPicture(kind, input, { ...CARD, theme: 'light' });
    if (picture.kind === 'picture') return picture.scene;
  }
  const plain = { ...input, view: { ...view, mode: 'stack', split: 'none' } as const };
  const whole = await askForPicture(revision.engine, plain.view, revision.info);
  const picture = drawPicture('activity', whole, { ...CARD, theme: 'light' });
  if (picture.kind === 'picture') return picture.scene;
  throw new Error('A chart without groups does not fit a card.');
}

async function cardOf(asked: TwinRequest): Promise<SceneNode> {
  const { revision, view } = asked;
  if (view.incident === null) return viewCard(asked);
  const id = view.incident as IncidentId;
  const { incident } = await revision.engine.run({ kind: 'incident', incident: id });
  return incident ? incidentCard(incident, revision.info) : viewCard(asked);
}

/** `card.png`: the picture that stands for an address where it is shared; of the open incident where there is one. */
export async function cardPng(asked: TwinRequest): Promise<TwinAnswer<BodyInit>> {
  return { kind: 'answer', body: async () => toPng(toSvg(await cardOf(asked)), 1, asked.signal) };
}
