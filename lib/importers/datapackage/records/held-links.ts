import type { Link } from '../../../series/model';
import { detached } from '../../../text/held/detached';
import { KeyNumbers } from '../../build/hashes/key-numbers';

/** Everything of a link in one text, the fields that readers sort by first. */
function sortKey({ date, ...link }: Link): string {
  const { actor, relation, certainty, claimant, outlet, disputedBy, sources } = link;
  return JSON.stringify([actor, relation, certainty, claimant, date?.edtf, outlet, disputedBy, sources]);
}

/** A copy whose texts hold on to nothing else. */
function copyOf(link: Link): Link {
  const { actor, claimant, disputedBy, outlet, date, sources } = link;
  return {
    ...link,
    actor: detached(actor) as Link['actor'],
    claimant: claimant === null ? null : (detached(claimant) as Link['actor']),
    disputedBy: disputedBy.map(detached),
    outlet: outlet === null ? null : detached(outlet),
    date: date === null ? null : { ...date, edtf: detached(date.edtf) },
    sources: sources.map((source) => detached(source) as Link['sources'][number]),
  };
}

/** Numbers of 32 bits, any number of them. */
class Numbers {
  private held = new Uint32Array(1 << 10);
  length = 0;

  push(number: number): void {
    if (this.length === this.held.length) {
      const more = new Uint32Array(this.held.length * 2);
      more.set(this.held);
      this.held = more;
    }
    this.held[this.length++] = number;
  }

  all(): Uint32Array {
    return this.held.subarray(0, this.length);
  }
}

const NONE: readonly Link[] = [];

/**
 * The links of many incidents, which come in any order. Most links of a large series are alike, so each is held once, and for an
 * incident the numbers of its links.
 */
export class HeldLinks {
  private known: KeyNumbers | null = new KeyNumbers();
  private links: Link[] = [];
  private readonly incidents = new Numbers();
  private numbers = new Numbers();
  private starts = new Uint32Array(1);
  private sorted = new Uint32Array(0);

  /** How many were added. */
  get count(): number {
    return this.incidents.length;
  }

  /** Adds a link of an incident, by its number from 0. */
  add(incident: number, link: Link): void {
    const next = this.links.length + 1;
    const earlier = this.known?.note(sortKey(link), next) ?? 0;
    if (earlier === 0) this.links.push(copyOf(link));
    this.incidents.push(incident);
    this.numbers.push((earlier || next) - 1);
  }

  /** To be called when all have come. The links of an incident are sorted by code unit, so that the order of rows means nothing. */
  sort(): void {
    this.known = null;
    this.rank();
    const incidents = this.incidents.all();
    const numbers = this.numbers.all();
    let last = -1;
    for (const incident of incidents) if (incident > last) last = incident;
    this.starts = new Uint32Array(last + 2);
    for (const incident of incidents) this.starts[incident + 1]! += 1;
    for (let at = 0; at <= last; at++) this.starts[at + 1]! += this.starts[at]!;
    const next = this.starts.slice();
    this.sorted = new Uint32Array(incidents.length);
    incidents.forEach((incident, at) => {
      this.sorted[next[incident]!] = numbers[at]!;
      next[incident]! += 1;
    });
    this.numbers = new Numbers();
  }

  /** The links of an incident, by its number from 0. */
  of(incident: number): readonly Link[] {
    const numbers = this.sorted.subarray(this.starts[incident] ?? 0, this.starts[incident + 1] ?? 0);
    if (numbers.length === 0) return NONE;
    return Array.from(numbers.length === 1 ? numbers : numbers.slice().sort(), (at) => this.links[at]!);
  }

  /** Numbers the links anew, in the order of their keys. */
  private rank(): void {
    const keyed = this.links.map((link, at) => [sortKey(link), at] as const);
    keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const ranks = new Uint32Array(keyed.length);
    keyed.forEach(([, at], rank) => {
      ranks[at] = rank;
    });
    this.links = keyed.map(([, at]) => this.links[at]!);
    const numbers = this.numbers.all();
    numbers.forEach((number, at) => {
      numbers[at] = ranks[number]!;
    });
  }
}
