import type { RawColumn } from '../../../formats/raw-table';
import type { Mapping } from '../../../mapping/mapping';
import type { RegionDef, RegionId } from '../../../series/model';
import type { Found } from '../cells/cell-problem';
import { keyOf } from '../cells/cell-reader';
import type { KnownCells } from '../cells/known-cells';
import { remembered } from '../cells/memo';
import { splitCell } from '../cells/split-cell';
import { cutProblems, nameOf } from '../names/actor-names';
import type { Names } from '../names/names';

/** Reads regions, and adds each that it meets to `met`. A column that is the country's own has no country above it. */
export function regionsReader(
  columns: readonly RawColumn[],
  mapping: Pick<Mapping, 'regions' | 'regionSeparator' | 'country'>,
  names: Names,
  met: Map<string, RegionDef>,
  known: KnownCells,
): (cells: readonly string[]) => Found<readonly RegionId[]> {
  const reads = mapping.regions.map((name) => [name, known.of(name)] as const);
  const readCountry = known.of(mapping.country);
  const key = keyOf(columns, [...mapping.regions, mapping.country]);
  return remembered(key, (cells): Found<readonly RegionId[]> => {
    const filled = reads.flatMap(([column, read]) =>
      splitCell(read(cells), mapping.regionSeparator).map((text) => [column, text] as const),
    );
    const ids = filled.map(([column, text]) => {
      const label = nameOf(text);
      const country = column === mapping.country ? '' : nameOf(readCountry(cells));
      const id = names.region(label, country);
      met.set(id, { id, label, country: country || null });
      return id;
    });
    const problems = filled.flatMap(([column, text]) => cutProblems(column, text, null));
    return { value: [...new Set(ids)], problems };
  });
}

/** Regions whose labels tell them apart: with the country in brackets where several have one name. */
export function apart(regions: readonly RegionDef[]): readonly RegionDef[] {
  const counts = new Map<string, number>();
  for (const { label } of regions) counts.set(label, (counts.get(label) ?? 0) + 1);
  return regions.map((region) => {
    const { label, country } = region;
    return (counts.get(label) ?? 0) > 1 && country !== null
      ? { ...region, label: `${label} (${country})` }
      : region;
  });
}
