/** The keys that WebDriver writes as characters of their own. */
export const KEYS = { escape: '\uE00C', enter: '\uE007', right: '\uE014', tab: '\uE004' } as const;

/** Keys pressed one after the other, as an action of WebDriver. */
export function keyActions(keys: string) {
  const actions = [...keys].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  return { type: 'key', id: 'keyboard', actions };
}
