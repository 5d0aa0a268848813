import type { RawColumn } from '../../../formats/raw-table';
import type { Mapping } from '../../../mapping/mapping';
import type { RegionDef, RegionId } from '../../../series/model';
import type { Found } from '../cells/cell-problem';
import { cellsOf } from '../cells/cell-reader';
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

/** Reads the parts of a region that a row names, from what they lie in to the innermost; null where it names none. */
function districtsReader(
  mapping: Pick<Mapping, 'districts'>,
  names: Names,
  met: Map<string, RegionDef>,
  known: KnownCells,
) {
  const reads = mapping.districts.map((name) => known.of(name));
  return (
    cells: readonly string[],
    country: string,
    regions: readonly RegionId[],
    above: RegionId | undefined,
  ) => {
    let [at, isInRegion] = [regions.length === 1 ? regions[0] : above, regions.length === 1];
    let innermost: RegionId | null = null;
    for (const read of reads) {
      const label = nameOf(read(cells));
      if (label === '') continue;
      const id: RegionId = names.district(label, at ?? null, isInRegion);
      met.set(id, { id, label, country: country || null, ...(at === undefined ? {} : { parent: at }) });
      [at, isInRegion, innermost] = [id, true, id];
    }
    return innermost;
  };
}

/**
 * Reads regions, and adds each that it meets to `met`, with the country that it lies in. A column that is the country's own has no
 * country above it. Of a row that names no region the country is its region, where a file has several. A row that names districts is
 * in the innermost.
 */
export function regionsReader(
  columns: readonly RawColumn[],
  mapping: Pick<Mapping, 'regions' | 'regionSeparator' | 'districts' | 'country'>,
  names: Names,
  met: Map<string, RegionDef>,
  known: KnownCells,
): (cells: readonly string[]) => Found<readonly RegionId[]> {
  const reads = mapping.regions.map((name) => [name, known.of(name)] as const);
  const readCountry = known.of(mapping.country);
  const keys = cellsOf(columns, [...mapping.regions, ...mapping.districts, mapping.country]);
  const districtIn = districtsReader(mapping, names, met, known);
  const districtReads = mapping.districts.map((name) => [name, known.of(name)] as const);
  const districtCells = (cells: readonly string[]) =>
    districtReads.map(([column, read]) => [column, read(cells)] as const);
  return remembered(keys, (cells): Found<readonly RegionId[]> => {
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
    const inCountry = nameOf(readCountry(cells));
    const country = named.length > 0 ? undefined : countryRegion(inCountry, names, met);
    const district = districtIn(cells, inCountry, named, country);
    const ids = idsOf(named, country, district);
    const read = [...filled, ...districtCells(cells)];
    const problems = read.flatMap(([column, text]) => cutProblems(column, text, null));
    return { value: [...new Set(ids)], problems };
  });
}

/** The regions of a row: those that it names, or the district in the one that it names, or its country. */
function idsOf(named: readonly RegionId[], country: RegionId | undefined, district: RegionId | null) {
  if (district !== null) return named.length > 1 ? [...named, district] : [district];
  return country === undefined ? named : [country];
}

/** Regions whose labels tell them apart: with what they lie in, else the country, in brackets where several have one name. */
export function apart(regions: readonly RegionDef[]): readonly RegionDef[] {
  const labels = new Map<string, string>(regions.map(({ id, label }) => [id, label]));
  const counts = new Map<string, number>();
  for (const { label } of regions) counts.set(label, (counts.get(label) ?? 0) + 1);
  return regions.map((region) => {
    const { label, country, parent } = region;
    const around = labels.get(parent ?? '') ?? country;
    return (counts.get(label) ?? 0) > 1 && around !== null
      ? { ...region, label: `${label} (${around})` }
      : region;
  });
}
