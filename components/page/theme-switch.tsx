'use client';

import { memo, useSyncExternalStore } from 'react';
import { chooseTheme, currentTheme, onThemeChange, THEMES, type Theme } from './theme';
import styles from './theme-switch.module.css';

const LABELS: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

const SHAPES: Readonly<Record<Theme, string>> = {
  system: 'M2 3h12v8H2z M6 14h4 M8 11v3',
  light:
    'M8 5a3 3 0 100 6 3 3 0 000-6 M8 1v1.5 M8 13.5V15 M1 8h1.5 M13.5 8H15 M3 3l1 1 M12 12l1 1 M13 3l-1 1 M4 12l-1 1',
  dark: 'M13.5 9.5A6 6 0 016.5 2.5a6 6 0 107 7z',
};

/** Chooses light or dark colours, or leaves it to the system. Not there without scripts: the system decides then. */
export const ThemeSwitch = memo(function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(onThemeChange, currentTheme, () => 'system');
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">Colours</legend>
      {THEMES.map((one) => (
        <label key={one} className={styles.choice} title={LABELS[one]}>
          <input type="radio" name="theme" checked={theme === one} onChange={() => chooseTheme(one)} />
          <span className="visually-hidden">{LABELS[one]}</span>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d={SHAPES[one]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </label>
      ))}
    </fieldset>
  );
});
