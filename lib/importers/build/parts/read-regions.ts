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

/** A country among the regions that were met, for those that lie in it; undefined where none is above them. */
function countryRegion(label: string, names: Names, met: Map<string, RegionDef>): RegionId | undefined {
  if (label === '' || names.country === null) return undefined;
  const id = names.country(label);
  met.set(id, { id, label, country: null });
  return id;
}

/**
 * Reads regions, and adds each that it meets to `met`, with the country that it lies in. A column that is the country's own has no
 * country above it. Of a row that names no region the country is its region, where a file has several.
 */
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
    const named = filled.map(([column, text]): RegionId => {
      const label = nameOf(text);
      const country = column === mapping.country ? '' : nameOf(readCountry(cells));
      const id = names.region(label, country);
      const parent = countryRegion(country, names, met);
      met.set(id, { id, label, country: country || null, ...(parent === undefined ? {} : { parent }) });
      return id;
    });
    const country = named.length > 0 ? undefined : countryRegion(nameOf(readCountry(cells)), names, met);
    const ids = country === undefined ? named : [country];
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
