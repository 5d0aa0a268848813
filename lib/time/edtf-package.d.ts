// The package ships no types. Named unlike edtf.ts, since TypeScript drops x.d.ts where x.ts stands beside it.
declare module 'edtf' {
  /** Throws where the text is not EDTF of the level. */
  export function parse(text: string, constraints?: { readonly level?: number }): { readonly type: string };
}
