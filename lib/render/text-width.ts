/** The average advance of a character, in ems. Pure pictures cannot measure text, so this errs on the wide side. */
const EM = 0.56;
const NARROW_EM = 0.32;

/** About how wide a text is in pixels at a font size; never much too little for Latin text. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += /[ .,:;'’|!ijltfr()1]/.test(character) ? NARROW_EM : EM;
  const capitals = text.replace(/[^A-ZÄÖÜ@%&mwMW—]/g, '').length;
  return (ems + capitals * 0.12) * size;
}

/** The text, or its beginning with an ellipsis where it is wider than `room` pixels; '' where nothing fits. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  for (let length = text.length - 1; length > 1; length--) {
    const cut = `${text.slice(0, length).trimEnd()}…`;
    if (textWidth(cut, size) <= room) return cut;
  }
  return '';
}
