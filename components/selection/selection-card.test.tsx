// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { SelectionCard } from './selection-card';

afterEach(cleanup);

it('ends the selection by Escape, but not where a dialog is open over the page', async () => {
  await renderDashboard(
    SMALL,
    'bin=month&select=2020-03',
    <>
      <SelectionCard />
      <dialog data-testid="over">
        <p>A text</p>
      </dialog>
    </>,
  );
  const over = screen.getByTestId('over');
  const pressEscape = () => act(async () => void fireEvent.keyDown(document.body, { key: 'Escape' }));
  over.setAttribute('open', '');
  await pressEscape();
  expect(window.location.search).toContain('select=2020-03');
  over.removeAttribute('open');
  await pressEscape();
  expect(window.location.search).not.toContain('select=');
});
