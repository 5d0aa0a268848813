// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { THEME_SCRIPT } from './theme';
import { ThemeSwitch } from './theme-switch';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.localStorage.clear();
  delete document.documentElement.dataset.theme;
});

const theme = () => document.documentElement.dataset.theme ?? null;

describe('the choice of colours', () => {
  it('sets the theme of the page, keeps it, and gives it back to the system', async () => {
    render(<ThemeSwitch />);
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect([theme(), window.localStorage.getItem('annals-theme')]).toEqual(['dark', 'dark']);
    await userEvent.click(screen.getByRole('radio', { name: 'As the system' }));
    expect([theme(), window.localStorage.getItem('annals-theme')]).toEqual([null, null]);
  });

  it('shows what was chosen before, and is drawn as the system’s on the server', () => {
    window.localStorage.setItem('annals-theme', 'light');
    render(<ThemeSwitch />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Light' }).checked).toBe(true);
    const server = document.createElement('div');
    server.innerHTML = renderToString(<ThemeSwitch />);
    expect(server.querySelector('label:has([checked])')?.textContent).toBe('As the system');
  });

  it('follows another tab', async () => {
    render(<ThemeSwitch />);
    window.localStorage.setItem('annals-theme', 'dark');
    window.dispatchEvent(new StorageEvent('storage', { key: 'annals-theme' }));
    expect(await screen.findByRole('radio', { name: 'Dark', checked: true })).toBeTruthy();
    expect(theme()).toBe('dark');
  });

  it('works without storage for as long as the page lives', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    render(<ThemeSwitch />);
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(theme()).toBe('dark');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true);
  });

  it('is on the page before the first paint', () => {
    window.localStorage.setItem('annals-theme', 'dark');
    new Function(THEME_SCRIPT)();
    expect(theme()).toBe('dark');
    window.localStorage.setItem('annals-theme', 'pink');
    delete document.documentElement.dataset.theme;
    new Function(THEME_SCRIPT)();
    expect(theme()).toBeNull();
  });
});
