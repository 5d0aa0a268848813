import { type CellNumberKind, kindOfBuiltIn, kindOfFormat } from './number-format';
import { attribute, type XmlVisitor } from './xml-reader';

/** Collects what the numbers of each cell style stand for. */
export class Styles implements XmlVisitor {
  /** By the index that cells name. */
  readonly kinds: CellNumberKind[] = [];
  private readonly formats = new Map<number, CellNumberKind>();
  private inCells = false;

  open(name: string, attributes: string): void {
    if (name === 'numFmt') {
      this.formats.set(
        Number(attribute(attributes, 'numFmtId')),
        kindOfFormat(attribute(attributes, 'formatCode') ?? ''),
      );
    } else if (name === 'cellXfs') this.inCells = true;
    else if (name === 'xf' && this.inCells) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      this.kinds.push(this.formats.get(id) ?? kindOfBuiltIn(id));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  text(): void {}
}
