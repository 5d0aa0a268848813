import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

for (const method of ['pushState', 'replaceState'] as const) {
  const original = window.history[method].bind(window.history);
  window.history[method] = (...args) => {
    original(...args);
    tell();
  };
}
window.addEventListener('popstate', tell);

/** Stands in for the hook of next/navigation in tests: it follows the address bar. */
export function useSearchParams(): URLSearchParams {
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const read = () => window.location.search;
  return new URLSearchParams(useSyncExternalStore(listen, read, read));
}
