import { CARD, incidentCard } from '../../../render/picture/incident-card';
import { drawPicture } from '../../../render/picture/picture';
import { askForPicture, type PictureKind } from '../../../render/picture/picture-input';
import type { SceneNode } from '../../../render/scene';
import { toSvg } from '../../../render/svg';
import type { IncidentId } from '../../../series/model';
import { dataResponse } from '../../http/respond';
import type { OpenView } from '../../requests/open-view';
import { identityOf, twin } from '../twin';
import { toPng } from './pictures';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** What a card shows of a view, the first that fits. The last has one row for each series and always does when scaled. */
const KINDS: readonly PictureKind[] = ['activity', 'timeline', 'comparison'];

async function viewCard({ opened, view }: Ok): Promise<SceneNode> {
  const input = await askForPicture(opened.engine, view, opened.info);
  for (const kind of KINDS) {
    const picture = drawPicture(kind, input, { ...CARD, theme: 'light' });
    if (picture.kind === 'picture') return picture.scene;
  }
  const plain = { ...input, view: { ...view, mode: 'stack', split: 'none' } as const };
  const whole = await askForPicture(opened.engine, plain.view, opened.info);
  const picture = drawPicture('activity', whole, { ...CARD, theme: 'light' });
  if (picture.kind === 'picture') return picture.scene;
  throw new Error('A chart without series does not fit a card.');
}

async function cardOf(ok: Ok): Promise<SceneNode> {
  const { opened, view } = ok;
  if (view.incident === null) return viewCard(ok);
  const id = view.incident as IncidentId;
  const { incident } = await opened.engine.run({ kind: 'incident', incident: id });
  return incident ? incidentCard(incident, opened.info) : viewCard(ok);
}

/** `card.png`: the picture that stands for an address where it is shared; of the open incident where there is one. */
export function cardPng(request: Request, dataset: string): Promise<Response> {
  return twin(request, dataset, {}, async (ok) =>
    dataResponse(request, identityOf(ok), 'image/png', async () => toPng(toSvg(await cardOf(ok)), 1)),
  );
}
