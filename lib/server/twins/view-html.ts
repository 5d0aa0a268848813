import { citationOf, citeAsText } from '../../export/cite/citation';
import { planListing } from '../../export/documents/listing';
import { textStream } from '../../export/formats/text-stream';
import { MOST_SAVED } from '../../export/html/most-saved';
import { type SaveInput, savedPage } from '../../export/html/save-page';
import { askForPicture } from '../../render/picture/picture-input';
import type { Incident } from '../../series/model';
import { dayInWords } from '../../time/format';
import { freezeView } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import { servedOutlines } from '../boundaries/served-outlines';
import { SAVE_POLICY } from '../http/save-policy';
import { chartLate } from '../watch/chart-late';
import { fileName, type TwinAnswer, type TwinRequest } from './twin';

const PAGE = 2_000;

async function inputOf({ reader, revision, view, signal }: TwinRequest, matched: number): Promise<SaveInput> {
  const late = await chartLate(revision, view);
  const { info, engine, sources } = revision;
  const frozen = freezeView(view, info.guide.meta.coverage, info.revision);
  const url = reader.origin + viewHref({ ...frozen, incident: null });
  const citation = citeAsText(citationOf(frozen, info, url, info.published));
  const origin = `Saved from revision ${info.revision} of ${dayInWords(info.published)}.`;
  const picture = await askForPicture(engine, view, info, signal, servedOutlines, late);
  return { ...picture, origin, url, citation, sources, matched, policy: SAVE_POLICY };
}

/** All incidents of a view, a page of the listing at a time. */
async function* incidentsOf({ revision, view, signal }: TwinRequest): AsyncGenerator<readonly Incident[]> {
  const { one: engine, release } = await revision.lease();
  try {
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await engine.run(planListing(view, revision.info, offset, PAGE), signal);
      yield rows.map(({ incident }) => incident);
      if (rows.length < PAGE) break;
    }
  } finally {
    release();
  }
}

async function* pageOf(asked: TwinRequest, matched: number): AsyncGenerator<string> {
  yield* savedPage(await inputOf(asked, matched), incidentsOf(asked));
}

/** `view.html`: the view as one file that opens from a disk, without a network. */
export async function viewHtml(asked: TwinRequest): Promise<TwinAnswer<BodyInit>> {
  const { engine, info } = asked.revision;
  const { total } = await engine.run(planListing(asked.view, info, 0, 1));
  if (total > MOST_SAVED) {
    const detail = `One page can hold ${MOST_SAVED} incidents; this view has ${total}. Narrow it, or choose incidents.csv.`;
    return { kind: 'problem', code: 'too-many-rows', detail };
  }
  return {
    kind: 'answer',
    body: async () => textStream(pageOf(asked, total)),
    headers: fileName(asked, '.html'),
  };
}
