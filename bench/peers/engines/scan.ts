import { ACTORS, FIRST_DAY, REGIONS, type Rows, TYPES } from '../made-up';
import { type Answer, type Measured, MONTH_OF, timed } from '../work';

/** One loop over typed arrays. */
export async function openScan({ day, actor, type, region, killed }: Rows): Promise<Measured> {
  const months = MONTH_OF.at(-1)! + 1;
  function run(from: number, to: number, wanted: number): Answer {
    const counts = {
      ...{ actors: new Uint32Array(ACTORS), types: new Uint32Array(TYPES) },
      ...{ regions: new Uint32Array(REGIONS), months: new Uint32Array(months) },
    };
    let [total, dead] = [0, 0];
    for (let row = 0; row < day.length; row++) {
      const here = day[row]!;
      if (here < from || here > to || (wanted >= 0 && actor[row] !== wanted)) continue;
      total++;
      dead += killed[row]!;
      counts.actors[actor[row]!]!++;
      counts.types[type[row]!]!++;
      counts.regions[region[row]!]!++;
      counts.months[MONTH_OF[here - FIRST_DAY]!]!++;
    }
    return { total, killed: dead, ...counts };
  }
  const done = (from: number, to: number, wanted: number, shown: (answer: Answer) => Answer) => {
    let answer: Answer | null = null;
    const time = timed(() => {
      answer = run(from, to, wanted);
    });
    return { time, withMessages: null, answer: () => shown(answer!) };
  };
  return {
    brush: async ({ from, to }) => done(from, to, -1, (answer) => ({ ...answer, months: null })),
    toggle: async (wanted) => done(-Infinity, Infinity, wanted, (answer) => ({ ...answer, actors: null })),
  };
}
