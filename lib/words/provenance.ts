import type { Coverage } from '../series/model';
import { statedText } from '../series/stated';
import { formatDayText } from '../time/format';

/** Where and when a series was watched: `Russia, 1 Jan 2017 to 30 Jun 2024`; the days alone where it does not say where. */
export function coverageWords({ places, from, to }: Coverage): string {
  const days = `${formatDayText(from)} to ${formatDayText(to)}`;
  const where = statedText(places);
  return where === null ? days : `${where}, ${days}`;
}
