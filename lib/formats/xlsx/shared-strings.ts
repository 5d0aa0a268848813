import { formatError } from '../errors/format-error';
import { cellText } from './cell-text';
import type { XmlVisitor } from './xml-reader';

/** Characters of all texts together: half of a gigabyte at most. */
const MOST_CHARACTERS = 256 * 1024 * 1024;

/** Collects the texts that cells refer to by number; the runs of a rich text are joined, its phonetic hints left out. */
export class SharedStrings implements XmlVisitor {
  readonly texts: string[] = [];
  private current = '';
  private inText = false;
  private phonetic = false;
  private characters = 0;

  constructor(private readonly file: string) {}

  open(name: string): void {
    if (name === 'si') this.current = '';
    else if (name === 't') this.inText = !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
  }

  text(text: string): void {
    if (this.inText) this.current += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'si') {
      this.characters += this.current.length + 8;
      if (this.characters > MOST_CHARACTERS) {
        throw formatError(this.file, 'over-limit', `its texts have more than ${MOST_CHARACTERS} characters`);
      }
      this.texts.push(cellText(this.current));
    }
  }
}
