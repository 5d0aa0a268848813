// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SMALL } from '@/components/filters/test-series';
import { renderDashboard } from '@/components/incidents/test-dashboard';
import { CopyLink } from './copy-link';

vi.mock('next/navigation', () => import('@/components/incidents/test-navigation'));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const FROZEN = `/test?from=2020-01-01&to=2023-12-31&actor=red&r=${'0'.repeat(12)}`;

describe('the link to copy', () => {
  it('names the revision and both ends of the window, and is a plain link', async () => {
    await renderDashboard(SMALL, 'actor=red', <CopyLink />);
    expect(screen.getByRole('link', { name: 'Copy link' }).getAttribute('href')).toBe(FROZEN);
  });

  it('keeps the ends of the window as the reader wrote them', async () => {
    await renderDashboard(SMALL, 'from=2021&to=2021-06', <CopyLink />);
    expect(screen.getByRole('link').getAttribute('href')).toBe(
      `/test?from=2021&to=2021-06&r=${'0'.repeat(12)}`,
    );
  });

  it('names the revision that is shown where the one asked for cannot be read', async () => {
    await renderDashboard(SMALL, 'actor=red&r=abc', <CopyLink />);
    expect(screen.getByRole('link').getAttribute('href')).toBe(FROZEN);
  });

  it('goes on matching nothing where a filter cannot be read', async () => {
    await renderDashboard(SMALL, 'from=soon', <CopyLink />);
    expect(screen.getByRole('link').getAttribute('href')).toBe(
      `/test?from=soon&to=2023-12-31&r=${'0'.repeat(12)}`,
    );
  });

  it('copies the whole address and says so', async () => {
    await renderDashboard(SMALL, 'actor=red', <CopyLink />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('link'));
    expect(await navigator.clipboard.readText()).toBe(window.location.origin + FROZEN);
    expect(screen.getByRole('status').textContent).toBe('Link copied');
    expect(window.location.search).toBe('?actor=red');
  });

  it('shows the address, selected, where copying is refused', async () => {
    await renderDashboard(SMALL, 'actor=red', <CopyLink />);
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('link'));
    const field = await screen.findByRole<HTMLInputElement>('textbox');
    expect(field.value).toBe(window.location.origin + FROZEN);
    expect(document.activeElement).toBe(field);
    expect(field.selectionEnd).toBe(field.value.length);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
