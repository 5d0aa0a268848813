/** How a delimited text is laid out: all that is needed to read its rows. */
export interface DelimitedLayout {
  readonly encoding: string;
  readonly delimiter: string;
  /** Whether the first line is `sep=`, and no record. */
  readonly sepLine: boolean;
  /** Records before the first row that are none: remarks, the header, its tags. Blank ones are not counted. */
  readonly before: number;
  /** The line on which the last of those begins; 0 where there are none. */
  readonly beforeLine: number;
  /** As those of a table. */
  readonly columns: readonly { readonly name: string; readonly hxl: string | null }[];
  /** Columns from the left that have a name in the file; a row that ends after them is whole. */
  readonly named: number;
}
