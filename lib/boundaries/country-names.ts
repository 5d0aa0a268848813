/**
 * What countries are called beside their names in Natural Earth, by their codes (ISO 3166-1, three letters): in full where that one
 * shortens, and as UCDP, ACLED, GTD and NOAA write them. A name is no opinion: it finds the outline that a row means.
 */
const TEXT = `
  ATG: Antigua and Barbuda
  ATF: French Southern and Antarctic Lands; French Southern Territories
  BHS: The Bahamas
  BIH: Bosnia and Herzegovina; Bosnia-Herzegovina; Bosnia
  BOL: Bolivia (Plurinational State of)
  BRN: Brunei Darussalam
  CAF: Central African Republic; CAR
  CIV: Ivory Coast; Cote d'Ivoire
  COD: Democratic Republic of the Congo; Democratic Republic of Congo; DR Congo; DRC; DR Congo (Zaire); Congo, Democratic Republic of the; Congo-Kinshasa; Zaire
  COG: Republic of the Congo; Republic of Congo; Congo-Brazzaville; Congo, Republic of the
  COK: Cook Islands
  CPV: Cape Verde
  CYM: Cayman Islands
  CYN: Northern Cyprus
  CZE: Czech Republic
  DOM: Dominican Republic
  ESH: Western Sahara
  FLK: Falkland Islands; Malvinas; Falkland Islands (Malvinas)
  FRO: Faroe Islands; Faeroe Islands
  FSM: Federated States of Micronesia; Micronesia, Federated States of; Micronesia, Fed. States of
  GBR: UK; Great Britain; England
  GMB: The Gambia
  GNQ: Equatorial Guinea
  HMD: Heard Island and McDonald Islands
  HRV: Hrvatska
  IOT: British Indian Ocean Territory
  IRN: Iran (Islamic Republic of); Islamic Republic of Iran
  KNA: Saint Kitts and Nevis
  KOR: Republic of Korea; Korea, South
  LAO: Lao PDR; Lao People's Democratic Republic
  MAC: Macau
  MAF: Saint Martin
  MDA: Republic of Moldova; Moldova, Republic of
  MHL: Marshall Islands
  MKD: Macedonia; FYR Macedonia; Macedonia, FYR
  MMR: Burma; Myanmar (Burma); Burma (Myanmar)
  MNP: Northern Mariana Islands
  NLD: The Netherlands; Holland
  PCN: Pitcairn Islands
  PRK: Democratic People's Republic of Korea; DPR Korea; Korea, North
  PSE: State of Palestine; Palestinian Territories; Occupied Palestinian Territory; West Bank and Gaza Strip
  PYF: French Polynesia
  RUS: Russian Federation; Russia (Soviet Union)
  SGS: South Georgia and the Islands; South Georgia and the South Sandwich Islands
  SLB: Solomon Islands
  SPM: Saint Pierre and Miquelon
  SRB: Serbia (Yugoslavia)
  SSD: South Sudan
  STP: Sao Tome and Principe
  SWZ: Swaziland; Kingdom of eSwatini (Swaziland)
  SYR: Syrian Arab Republic
  TCA: Turks and Caicos Islands
  TLS: East Timor; Timor Leste
  TUR: Türkiye; Turkiye
  TZA: United Republic of Tanzania; Tanzania, United Republic of
  USA: United States; US; USA; U.S.A.; U.S.
  VAT: Holy See
  VCT: Saint Vincent and the Grenadines; St. Vincent and the Grenadines
  VEN: Venezuela (Bolivarian Republic of)
  VGB: British Virgin Islands
  VIR: US Virgin Islands; United States Virgin Islands; Virgin Islands, U.S.
  VNM: Viet Nam
  WLF: Wallis and Futuna; Wallis and Futuna Islands
  YEM: Yemen (North Yemen); Republic of Yemen
  ZWE: Zimbabwe (Rhodesia)`;

const NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  TEXT.trim()
    .split('\n')
    .map((line) => {
      const [code = '', names = ''] = line.trim().split(': ');
      return [code, names.split('; ')] as const;
    }),
);

/** The further names of a country by its code; none of a code that is no country's. */
export function countryNames(code: string | undefined): readonly string[] {
  return NAMES.get(code ?? '') ?? [];
}
