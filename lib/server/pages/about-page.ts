import type { ImportCounts } from '../../importers/import-counts';
import { leftOutOf, partProblems } from '../../importers/report/left-out';
import type { LeftOut } from '../../importers/report/left-out-words';
import type { Problem } from '../../problems/problem';
import { askFieldFacts } from '../../query/info/field-facts';
import type { DatasetId } from '../../series/model';
import { revisions } from '../../store/publish/publish';
import type { Publication } from '../catalogue/series-store';
import { catalogue, storeFolder } from '../catalogue/server-catalogue';
import { brokenPage, openPage, type PageQuery, type PageRefusal } from '../requests/open-page';
import type { OpenRequest } from '../requests/open-request';

/** What the import of a revision has to say: what it left out, what it only warns of, and how much of each. */
interface ImportFindings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly left: LeftOut;
}

/** Parts the problems that a revision keeps. */
function importFindings(problems: readonly Problem[]): ImportFindings {
  return { ...partProblems(problems), left: leftOutOf(problems) };
}

/** What became of the rows of the file that a revision was made from; null where nobody counted. */
async function rowCounts(
  id: DatasetId,
  revision: string,
): Promise<Pick<ImportCounts, 'read' | 'incidents' | 'problems' | 'skipped'> | null> {
  const entries = await revisions(storeFolder(), id).catch(() => []);
  const counts = entries.findLast((entry) => entry.revision === revision)?.counts;
  if (!counts || counts.read === null) return null;
  const { read, incidents, problems, skipped } = counts;
  return { read, incidents, problems, skipped: skipped ?? 0 };
}

/** What the page about a series needs. */
export type AboutPage =
  | PageRefusal
  | (Pick<OpenRequest, 'kind' | 'reader' | 'revision'> & {
      readonly findings: ImportFindings;
      readonly facts: Awaited<ReturnType<typeof askFieldFacts>>;
      readonly counts: Awaited<ReturnType<typeof rowCounts>>;
      readonly history: readonly Publication[];
    });

/** Opens a series and asks what its page tells beside its figures. */
export async function loadAbout(dataset: string, query: PageQuery): Promise<AboutPage> {
  const opened = await openPage(dataset, query);
  if (opened.kind !== 'ok') return opened;
  const { kind, reader, revision } = opened;
  const { info, engine, problems } = revision;
  try {
    const [facts, counts, history] = await opened.place(() =>
      Promise.all([
        askFieldFacts(engine, info.guide.fields, info.incidents),
        rowCounts(opened.dataset, info.revision),
        catalogue().history(opened.dataset),
      ]),
    );
    return { kind, reader, revision, findings: importFindings(problems), facts, counts, history };
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
