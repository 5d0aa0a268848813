import { cancel, confirm, isCancel, log, note, select } from '@clack/prompts';
import { reportColumns } from '../../importers/report/report-columns';
import type { ExaminedTable } from '../../importers/run/import-file';
import type { Mapping } from '../../mapping/mapping';
import type { ProposedGroup, Question } from '../../mapping/proposal';
import { columnLines } from '../terminal/column-lines';
import { CommandError, EXIT } from '../terminal/exit';
import { harmless } from '../terminal/terminal';

const output = process.stderr;

/** The answer of a prompt; leaving one ends the command. */
function answered<T>(value: T | symbol): T {
  if (!isCancel(value)) return value as T;
  cancel('Nothing was imported.', { output });
  throw new CommandError(EXIT.interrupted, 'interrupted', 'Left without importing.');
}

/** Asks a question and gives the value of the option chosen. */
export async function ask({ text, options }: Question): Promise<string> {
  const choices = options.map(({ value, label }) => ({ value, label: harmless(label) }));
  return answered<string>(await select({ message: harmless(text), options: choices, output }));
}

const MOST_GROUPS = 20;

function groupText({ name, spellings, counts, differ }: ProposedGroup): string {
  const each = spellings.map((spelling, at) => `“${spelling}” (${counts[at] ?? 0})`);
  return `Is this one actor, “${name}”? ${each.join(', ')}; they differ in ${differ.join(', ')}.`;
}

/** Asks of each group of spellings whether they are one actor; those that are become part of the mapping. */
async function withGroups(mapping: Mapping, groups: readonly ProposedGroup[]): Promise<Mapping> {
  const accepted = [...mapping.actorDecisions.groups];
  for (const group of groups.slice(0, MOST_GROUPS)) {
    const same = await confirm({
      message: harmless(groupText(group)),
      initialValue: false,
      active: 'One actor',
      inactive: 'Keep apart',
      output,
    });
    if (answered<boolean>(same)) accepted.push({ name: group.name, spellings: group.spellings });
  }
  const left = groups.length - MOST_GROUPS;
  if (left > 0) log.warn(`${left} more groups are kept apart; a mapping file can join them.`, { output });
  return { ...mapping, actorDecisions: { ...mapping.actorDecisions, groups: accepted } };
}

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 60;

/** What becomes of every column, with some of its cells. */
function columnsText({ survey, proposal }: ExaminedTable, mapping: Mapping): string {
  const { columns } = survey;
  const reported = reportColumns(columns, mapping, { kind: 'guessed', reasons: proposal.reasons });
  const samplesOf = (column: string) => {
    const samples = columns.find(({ name }) => name === column)?.samples ?? [];
    return samples.slice(0, MOST_SAMPLES).map((text) => text.slice(0, LONGEST_SAMPLE));
  };
  return columnLines(reported, samplesOf).join('\n');
}

/** Shows what was guessed and why, asks about spellings of actors, and whether to go on. */
export async function confirmMapping(examined: ExaminedTable, mapping: Mapping): Promise<Mapping> {
  const { survey, proposal } = examined;
  note(
    harmless(columnsText(examined, mapping)),
    `${survey.rows.toLocaleString('en')} rows; this is what the columns mean`,
    {
      output,
    },
  );
  if (survey.problems > 0)
    log.warn(`${survey.problems.toLocaleString('en')} records cannot be used.`, { output });
  const grouped = await withGroups(mapping, proposal.groups);
  const go = answered<boolean>(await confirm({ message: 'Import it so?', output }));
  if (go) return grouped;
  throw new CommandError(
    EXIT.interrupted,
    'interrupted',
    'Not imported. A mapping file (--mapping) can say otherwise.',
  );
}
