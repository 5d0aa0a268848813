type Forget = () => void;

const held = globalThis as typeof globalThis & { annalsForget?: Set<Forget> };

/** Global, for Next loads modules anew for each kind of route, and each copy has caches of its own. */
function all(): Set<Forget> {
  held.annalsForget ??= new Set();
  return held.annalsForget;
}

/** Calls `forget` when revisions were removed from the store: what was made of them is kept no longer. */
export function onRemoval(forget: Forget): void {
  all().add(forget);
}

/** Lets everybody forget. */
export function tellRemoval(): void {
  for (const forget of all()) forget();
}
