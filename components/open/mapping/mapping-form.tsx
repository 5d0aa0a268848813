'use client';

import type { ReactNode } from 'react';
import { ESTIMATES } from '@/lib/series/measures';
import type { Initiator } from '@/lib/series/model';
import { ActorFields } from './fields/actor-fields';
import { DateFields } from './fields/date-fields';
import { FieldRow } from './fields/field-row';
import { OwnFields } from './fields/own-fields';
import {
  FigureField,
  ListField,
  OneColumn,
  SeveralColumns,
  TitleField,
  UnknownNumbers,
} from './fields/plain-fields';
import { RuleField } from './fields/rule-field';
import styles from './mapping.module.css';
import { useMapping } from './mapping-context';

const INITIATOR_WORDS: readonly (readonly [Initiator, string])[] = [
  ['non-state', 'not the state'],
  ['state', 'the state itself'],
  ['foreign-state', 'a foreign state'],
  ['mixed', 'several sides'],
  ['unclear', 'unclear'],
];

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function InitiatorField() {
  const { draft, edit } = useMapping();
  const columns = 'column' in draft.initiator ? [draft.initiator.column] : [];
  return (
    <FieldRow label="Started by" field="initiator" columns={columns}>
      <RuleField
        label="Started by"
        rule={draft.initiator}
        choices={INITIATOR_WORDS}
        onChange={(initiator) => edit({ initiator })}
        quiet
      />
    </FieldRow>
  );
}

/** The outlines that come with Annals. */
const OUTLINES = 'natural-earth';

/** Whether incidents whose rows name no region get the one in which their point lies; where there are points and no regions. */
function RegionsByPoint() {
  const { draft, edit } = useMapping();
  const { lat, lon, regions, regionsByPoint } = draft;
  if (regionsByPoint === null && (lat === null || lon === null || regions.length > 0)) return null;
  return (
    <FieldRow label="Regions by points" field="regionsByPoint" columns={[]}>
      <label>
        <input
          type="checkbox"
          checked={regionsByPoint !== null}
          onChange={({ target }) => edit({ regionsByPoint: target.checked ? OUTLINES : null })}
        />{' '}
        Give each incident the region in which its point lies, by the outlines of Natural Earth
      </label>
    </FieldRow>
  );
}

/** Every field of the mapping, from when to where from. */
export function MappingForm() {
  return (
    <>
      <Part title="When">
        <DateFields />
      </Part>
      <Part title="Who">
        <ActorFields />
        <InitiatorField />
        <ListField name="targets" label="Targets" />
      </Part>
      <Part title="What">
        <TitleField />
        <OneColumn name="type" label="Type" />
        <SeveralColumns name="subtypes" label="Subtypes" />
        <OneColumn name="id" label="Id" hint="else made from content" />
      </Part>
      <Part title="Where">
        <OneColumn name="place" label="Place" />
        <SeveralColumns name="regions" label="Regions" />
        <SeveralColumns name="districts" label="Districts, the larger first" />
        <OneColumn name="country" label="Country" />
        <OneColumn name="lat" label="Latitude" />
        <OneColumn name="lon" label="Longitude" />
        <RegionsByPoint />
      </Part>
      <Part title="How many">
        {ESTIMATES.map(({ property, label }) => (
          <FigureField key={property} name={property} label={label} />
        ))}
        <UnknownNumbers />
      </Part>
      <Part title="Where from">
        <ListField name="sources" label="Sources" />
        <SeveralColumns name="notes" label="Notes" />
      </Part>
      <Part title="Other columns, kept as fields">
        <OwnFields />
      </Part>
    </>
  );
}
