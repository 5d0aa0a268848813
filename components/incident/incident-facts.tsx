import type { ReactNode } from 'react';
import { OwnText } from '@/components/table/cells/own-cell';
import { MarkWords } from '@/components/ui/mark-words';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { roleOf } from '@/lib/series/field-table';
import { ownKey, ownValue } from '@/lib/series/fields';
import type { GeoPrecision, Incident, Place } from '@/lib/series/model';
import { formatEventDate } from '@/lib/time/format';
import { dateMeaning, natureInDoubt } from '@/lib/words/incident';
import { capitalised, columnLabel, inNoun, labelOf } from '@/lib/words/labels';
import { filterHref } from './filter-href';
import styles from './incident-facts.module.css';

const PRECISION_WORDS: Readonly<Record<GeoPrecision, string>> = {
  exact: 'exact spot',
  town: 'known to the town',
  district: 'known to the district',
  region: 'known to the region',
  country: 'known to the country',
};

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ place, words }: { readonly place: Place; readonly words: readonly string[] }) {
  const precision = place.precision === null ? null : PRECISION_WORDS[place.precision];
  return (
    <Fact name="Place">
      {place.name === null ? (
        <span className="muted">not reported</span>
      ) : (
        <MarkWords text={place.name} words={words} />
      )}
      {place.country !== null && `, ${place.country}`}
      {precision !== null && <span className={styles.aside}> ({precision})</span>}
      {place.note !== null && <span className={styles.note}>{place.note}.</span>}
    </Fact>
  );
}

interface Props {
  readonly info: SeriesInfo;
  readonly incident: Incident;
  readonly words: readonly string[];
  readonly revision: string | null;
}

function Kind({ info, incident, revision }: Omit<Props, 'words'>) {
  const { guide } = info;
  const { type, subtypes } = incident;
  const description = guide.types.find(({ id }) => id === type)?.description ?? null;
  return (
    <Fact name="Type">
      <a href={filterHref(info, revision, { types: [type ?? 'none'] })}>
        {labelOf(guide, 'type', type ?? 'none')}
      </a>
      {subtypes.length > 0 &&
        `; also ${subtypes.map((id) => labelOf(guide, 'type', id).toLowerCase()).join(', ')}`}
      {description !== null && <span className={styles.note}>{description}</span>}
    </Fact>
  );
}

function Regions({ info, incident, revision }: Omit<Props, 'words'>) {
  if (incident.regions.length === 0) return null;
  return (
    <Fact name={incident.regions.length === 1 ? 'Region' : 'Regions'}>
      {incident.regions.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={filterHref(info, revision, { regions: [id] })}>{labelOf(info.guide, 'region', id)}</a>
        </span>
      ))}
    </Fact>
  );
}

/** Who began it; a series of which all incidents were begun alike says nothing by it. */
function Initiator({ info, incident }: Pick<Props, 'info' | 'incident'>) {
  const { initiator } = incident;
  const apart = roleOf('initiator')?.apart;
  return (
    <Fact name="Started by">
      {capitalised(labelOf(info.guide, 'initiator', initiator))}
      {apart && initiator === apart.id && (
        <span className={styles.note}>
          {inNoun(
            'Operations of the state are never counted with the incidents of others.',
            info.guide.meta.noun,
          )}
        </span>
      )}
    </Fact>
  );
}

/** Date, place, type, who began it, what was struck, and how the incident stands to the series. What the series has no values of takes no room. */
export function IncidentFacts({ info, incident, words, revision }: Props) {
  const { date, scopeNote, inScope, place, type, subtypes } = incident;
  const { columns } = info.offers;
  const isPlaced = place.name !== null || place.country !== null || place.note !== null;
  return (
    <dl className={styles.facts}>
      <Fact name="Date">
        {formatEventDate(date)} <code className={styles.edtf}>{date.edtf}</code>
        <span className={styles.note}>{dateMeaning(date)}</span>
      </Fact>
      {(isPlaced || columns.includes('place')) && <Where place={place} words={words} />}
      <Regions info={info} incident={incident} revision={revision} />
      {(type !== null || subtypes.length > 0 || columns.includes('type')) && (
        <Kind info={info} incident={incident} revision={revision} />
      )}
      {columns.includes('initiator') && <Initiator info={info} incident={incident} />}
      <Fact name="Target">
        {incident.targets.length === 0 ? (
          <span className="muted">not reported</span>
        ) : (
          capitalised(incident.targets.join('; '))
        )}
      </Fact>
      <Fact name="Scope">
        {inScope
          ? 'Inside the scope of the series'
          : 'Outside the scope of the series, and not in its totals'}
        {scopeNote !== null && <span className={styles.note}>{scopeNote}</span>}
      </Fact>
      {info.guide.fields.map((field) => {
        const value = ownValue(incident, field.id);
        if (value === undefined) return null;
        return (
          <Fact key={field.id} name={columnLabel(info.guide, ownKey(field))}>
            <OwnText kind={field.kind} value={value} />
            {field.description !== null && <span className={styles.note}>{field.description}</span>}
          </Fact>
        );
      })}
      {incident.natureDisputed && (
        <Fact name="Nature">
          <strong className={styles.disputed}>{natureInDoubt(info.guide.meta.noun, false)}</strong>
          <span className={styles.note}>It never counts in low.</span>
        </Fact>
      )}
    </dl>
  );
}
