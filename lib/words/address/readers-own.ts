/** Sentences about what readers bring of their own: notes in an address, and files that nothing keeps. */

/** What a note that no chart shows is told, so that it is not looked for. */
export const NOTE_OUTSIDE = 'outside the window, so on no chart';

/** What is asked before a file that was dropped takes the place of one that nothing keeps. */
export function replaceQuestion(file: string, open: string): string {
  return `Open ${file} in the place of ${open}? This browser does not keep ${open}: what you said of its columns is lost.`;
}
