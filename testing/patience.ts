/**
 * Prepares each file of tests to wait as long as a busy machine needs: by default Testing Library waits for a second,
 * which a burst of other work can take.
 */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 20_000 });
}

export {};
