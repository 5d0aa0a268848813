/**
 * Types of text that Next packs; it does not know that NDJSON is one. Pictures of dots, workbooks, Parquet and archives are
 * packed as they are.
 */
const PACKED = /^text\/|^application\/json|\+(json|xml)/;

/** Whether answers of this type depend on the encodings that the client accepts. */
export function mayBePacked(type: string): boolean {
  return PACKED.test(type);
}

/** Whether a client takes gzip or deflate: named, or by `*`, and not with a weight of nought (RFC 9110, 12.5.3). */
function acceptsPacked(header: string): boolean {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', weight] = part.split(/;\s*q\s*=/i).map((text) => text.trim().toLowerCase());
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  const other = weights.get('*') ?? 0;
  return ['gzip', 'deflate'].some((name) => (weights.get(name) ?? other) > 0);
}

/**
 * Whether Next packs an answer of this type for this client: then its tag is weak, since the bytes that leave are not those
 * that were made.
 */
export function isPacked(headers: Headers, type: string): boolean {
  return mayBePacked(type) && acceptsPacked(headers.get('accept-encoding') ?? '');
}
