// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { IncidentTable } from '@/components/table/incident-table';
import { incident, link, renderDashboard, seriesOf, testEngine } from '../../../testing/pages/test-dashboard';
import { IncidentPanel } from './incident-panel';

afterEach(cleanup);

const series = seriesOf([
  incident('a', '2021-05-01', { title: 'First', links: [link('red')] }),
  incident('b', '2022-05-01', { title: 'Second', links: [link('blue')], notes: 'Seen from the square.' }),
  incident('c', '2023-05-01', { title: 'Third', links: [link('red')] }),
]);
const both = (
  <>
    <IncidentTable />
    <IncidentPanel />
  </>
);

async function openPanel(title: string): Promise<HTMLElement> {
  const panel = await screen.findByRole('dialog', { name: title });
  await within(panel).findByRole('heading', { name: title });
  return panel;
}

describe('the panel', () => {
  it('opens from the title by keyboard, takes the focus, and gives it back on Escape', async () => {
    await renderDashboard(series, '', both);
    const user = userEvent.setup();
    const title = screen.getByRole('link', { name: 'Second' });
    expect(title.getAttribute('href')).toBe('/test/incidents/b');
    title.focus();
    await user.keyboard('{Enter}');
    expect(window.location.search).toBe('?incident=b');
    await openPanel('Second');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Second'));
    expect(document.activeElement?.tagName).toBe('H2');
    expect(title.closest('tr')?.getAttribute('aria-current')).toBe('true');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(title);
    expect(window.location.search).toBe('');
  });

  it('stays open where Escape is pressed in a dialog over it', async () => {
    const over = (
      <>
        {both}
        <dialog open aria-label="Over it">
          <button type="button">Close it</button>
        </dialog>
      </>
    );
    await renderDashboard(series, '', over);
    const user = userEvent.setup();
    screen.getByRole('link', { name: 'Second' }).focus();
    await user.keyboard('{Enter}');
    const panel = await openPanel('Second');
    screen.getByRole('button', { name: 'Close it' }).focus();
    await user.keyboard('{Escape}');
    expect(window.location.search).toBe('?incident=b');
    // As after a click on its text, which takes the focus away from all that can have it.
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('{Escape}');
    expect(window.location.search).toBe('?incident=b');
    screen.getByRole('dialog', { name: 'Over it' }).removeAttribute('open');
    within(panel).getByRole('link', { name: 'Next attack' }).focus();
    await user.keyboard('{Escape}');
    expect(window.location.search).toBe('');
  });

  it('opens from anywhere in the row for a pointer', async () => {
    await renderDashboard(series, '', both);
    const row = screen.getByRole('link', { name: 'Third' }).closest('tr') as HTMLElement;
    await userEvent.click(within(row).getByText('1 May 2023'));
    await openPanel('Third');
  });

  it('steps in the order of the table, by link and by key, and stops at the ends', async () => {
    await renderDashboard(series, 'incident=c', both);
    const user = userEvent.setup();
    const panel = await openPanel('Third');
    expect((await within(panel).findByText(/1 of 3/)).textContent).toMatch(/in this view/);
    expect(within(panel).getByRole('link', { name: 'Previous attack' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    const steps = window.history.length;
    await user.click(within(panel).getByRole('link', { name: 'Next attack' }));
    await openPanel('Second');
    await within(panel).findByText(/2 of 3/);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Next attack');
    await user.keyboard('{ArrowLeft}');
    await openPanel('Third');
    expect(window.history.length).toBe(steps);
  });

  it('says that an incident stands outside the view', async () => {
    await renderDashboard(series, 'actor=red&incident=b', both);
    const panel = await openPanel('Second');
    await within(panel).findByText(/not among those of the view/);
  });

  it('says that an id is unknown', async () => {
    await renderDashboard(series, 'incident=nope', both);
    const panel = await openPanel('No such attack');
    expect(panel.textContent).toMatch(/no attack with the id nope/);
  });

  it('marks the search in the notes', async () => {
    await renderDashboard(series, 'q=square&incident=b', both);
    const panel = await openPanel('Second');
    expect(panel.querySelector('mark')?.textContent).toBe('square');
  });

  it('asks again where the engine failed', async () => {
    let broken = true;
    const engine = testEngine(series, (query) => broken && query.kind === 'incident');
    await renderDashboard(series, 'incident=a', both, engine);
    expect((await screen.findByRole('alert')).textContent).toMatch(/the server is gone/);
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await openPanel('First');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
