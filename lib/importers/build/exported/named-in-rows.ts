import type { ExportedPart } from '../../../mapping/presets/layouts/annals';
import type {
  Incident,
  Link,
  RegionDef,
  RegionId,
  Source,
  SourceId,
  TypeDef,
  TypeId,
} from '../../../series/model';
import { plainTitle } from '../parts/title';
import { Ids, Met } from './exported-cells';

function sourceOf(id: string, name: string): Source {
  const unsaid = { date: null, url: null, urlSeen: false, origin: null, read: null };
  return { id: id as SourceId, publisher: name, title: name, ...unsaid };
}

/** What the rows of an export have named so far. */
export class NamedInRows {
  readonly ids = new Ids();
  readonly types = new Met(
    (id): TypeDef => ({ id: id as TypeId, label: this.ids.nameOf(id), description: null }),
  );
  readonly sources = new Met((id) => sourceOf(id, this.ids.nameOf(id)));
  readonly actors = new Map<string, string>();
  readonly #countries = new Map<string, string | null>();

  /** Enters what a row names, but for the parts that are read as those of any other file. */
  enter(one: Omit<Incident, 'title'>, changed: ReadonlySet<ExportedPart>): void {
    const { type, subtypes, regions, place, links, sources } = one;
    if (!changed.has('type')) this.types.enter(type === null ? subtypes : [type, ...subtypes]);
    if (!changed.has('regions')) this.#enterRegions(regions, place.country);
    if (!changed.has('links')) this.#enterLinks(links);
    if (!changed.has('sources')) this.sources.enter(sources);
  }

  #enterLinks(links: readonly Link[]): void {
    for (const { actor, claimant, sources } of links) {
      for (const id of [actor, claimant]) if (id !== null) this.actors.set(id, this.ids.nameOf(id));
      this.sources.enter(sources);
    }
  }

  #enterRegions(regions: readonly RegionId[], country: string | null): void {
    for (const region of regions) {
      // Of a region in several countries none is said.
      const before = this.#countries.get(region);
      this.#countries.set(region, before === undefined || before === country ? country : null);
    }
  }

  regions(): RegionDef[] {
    return [...this.#countries].map(([id, country]) => ({
      ...{ id: id as RegionId, label: this.ids.nameOf(id), country },
    }));
  }

  /** A title for a row that has none. */
  titleOf({ type, links, place, regions }: Omit<Incident, 'title'>, fallback: string): string {
    const labels = (named: readonly string[]) => named.map((id) => this.ids.nameOf(id));
    const where = place.name ?? labels(regions)[0] ?? place.country ?? '';
    const actors = [...new Set(labels(links.map(({ actor }) => actor)))].join(' / ');
    return plainTitle({ type: labels(type === null ? [] : [type])[0] ?? '', actors, place: where }, fallback);
  }
}
