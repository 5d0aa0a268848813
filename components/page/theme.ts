/** How the page is coloured: as the system says, or as the reader chose here. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Where the browser keeps the choice. */
const THEME_KEY = 'annals-theme';

const listeners = new Set<() => void>();

/** The theme that a stored text means; anything else is the system's. */
export function readTheme(stored: string | null): Theme {
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** The theme chosen in this browser. Where storage is forbidden, the one on the page. */
export function currentTheme(): Theme {
  try {
    return readTheme(window.localStorage.getItem(THEME_KEY));
  } catch {
    return readTheme(document.documentElement.dataset.theme ?? null);
  }
}

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Colours the page and keeps the choice, as far as the browser allows. */
export function chooseTheme(theme: Theme): void {
  apply(theme);
  try {
    if (theme === 'system') window.localStorage.removeItem(THEME_KEY);
    else window.localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** Calls back when the theme changes, in this tab or another. Returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== THEME_KEY) return;
    apply(currentTheme());
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', elsewhere);
  };
}

/** A script for the head of the page, so that the first paint has the chosen colours. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem(${JSON.stringify(THEME_KEY)});if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
