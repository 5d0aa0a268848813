// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { Notes } from './notes';

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

it('changes a note in its place, and leaves it as it was', async () => {
  await renderDashboard(SMALL, 'note=2020-03~Law,2021~Truce', <Notes />);
  await userEvent.click(screen.getByLabelText('Change the note “Law” of 2020-03'));
  const date = screen.getByLabelText<HTMLInputElement>('Date');
  expect([date.value, screen.getByLabelText<HTMLInputElement>('Note').value]).toEqual(['2020-03', 'Law']);
  expect(document.activeElement).toBe(date);
  await userEvent.click(screen.getByText('Leave as it was'));
  expect(notes()).toBe('2020-03~Law,2021~Truce');
  await userEvent.click(screen.getByLabelText('Change the note “Law” of 2020-03'));
  await userEvent.clear(screen.getByLabelText('Date'));
  await userEvent.type(screen.getByLabelText('Date'), '2022-05');
  await userEvent.click(screen.getByText('Save'));
  expect(notes()).toBe('2021~Truce,2022-05~Law');
  expect(screen.getByText('Add')).toBeTruthy();
});

it('says of a note outside the window that no chart shows it', async () => {
  await renderDashboard(SMALL, 'note=1999~Old,2021~New', <Notes />);
  const said = screen
    .getAllByRole('listitem', { hidden: true })
    .map((one) => one.querySelector('span')?.textContent);
  expect(said).toEqual(['1999: Old (outside the window, so on no chart)', '2021: New']);
});

it('keeps the focus in sight when a note goes, and when the last that an address holds has come', async () => {
  const seven = [...'abcdefg'].map((text) => `2021~${text}`).join();
  await renderDashboard(SMALL, `note=${seven}`, <Notes />);
  await userEvent.type(screen.getByLabelText('Date'), '2022');
  await userEvent.type(screen.getByLabelText('Note'), 'h{Enter}');
  expect(notes()?.split(',')).toHaveLength(8);
  expect(document.activeElement).toBe(screen.getByText('Notes (8)'));
  expect(screen.queryByText('Add')).toBeNull();
  expect(screen.getByText('An address holds 8 notes: take one away to add another.')).toBeTruthy();
  await userEvent.click(screen.getByLabelText('Take the note “a” of 2021 away'));
  expect(document.activeElement).toBe(screen.getByText('Notes (7)'));
});
