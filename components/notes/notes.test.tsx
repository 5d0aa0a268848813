// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { Notes } from './notes';

vi.mock('next/navigation', () => import('@/testing/pages/test-navigation'));
afterEach(cleanup);

const notes = () => new URLSearchParams(window.location.search).get('note');

it('takes away one note and leaves another with the same words', async () => {
  await renderDashboard(SMALL, 'note=2020-03~Law,2021~Law', <Notes />);
  await userEvent.click(screen.getByLabelText('Take the note “Law” of 2020-03 away'));
  expect(notes()).toBe('2021~Law');
});

it('adds a note, and says what cannot be read without losing the others', async () => {
  await renderDashboard(SMALL, 'note=2021~Law', <Notes />);
  await userEvent.type(screen.getByLabelText('Date'), '2022-13');
  await userEvent.type(screen.getByLabelText('Note'), 'Truce');
  await userEvent.click(screen.getByText('Add'));
  expect(screen.getByRole('alert', { hidden: true }).textContent).toMatch(/a month or a day/);
  expect(notes()).toBe('2021~Law');
  await userEvent.clear(screen.getByLabelText('Date'));
  await userEvent.type(screen.getByLabelText('Date'), '2022-10');
  await userEvent.click(screen.getByText('Add'));
  expect(notes()).toBe('2021~Law,2022-10~Truce');
});
