/** How far a pass over a file is. */
export interface ImportProgress {
  readonly step: 'survey' | 'build';
  readonly bytes: number;
  readonly ofBytes: number;
  readonly rows: number;
}

export type OnProgress = (progress: ImportProgress) => void;
