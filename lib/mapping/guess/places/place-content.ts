import { readPair } from '../../cells/read-coordinate';
import type { ColumnProfile } from '../../survey/survey';
import { shareOf } from '../columns/content';

/** Texts that are looked at: what a column names shows in its most frequent ones. */
const LOOKED_AT = 500;

const shareOfFirst = (column: ColumnProfile, test: (text: string) => boolean) =>
  shareOf({ ...column, values: column.values.slice(0, LOOKED_AT) }, test);

/** What ends or begins the names of areas, and hardly those of groups of people. */
const AREA =
  /\b(?:province|district|region|county|oblast|governorate|raion|tehsil|municipality|prefecture|canton|division|provincia|departamento|municipio|región|distrito|province|département|région|bundesland|landkreis|bezirk)\b|област|район|край\b|регіон|регион|провинц|محافظة|ولاية|قضاء|إقليم/iu;
/** What stands in names of places of any size. */
const PLACE =
  /\b(?:city|town|village|port|airport|airfield|harbou?r|island|coast|north|south|east|west|northern|southern|eastern|western|border|bridge|villa|ciudad|puerto|norte|sur|ville|nord|sud|stadt)\b|город|місто|село|порт|север|юг\b|восток|запад|північ|південь|схід|захід|مدينة|قرية|شمال|جنوب/iu;
const STREET =
  /\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|hwy|highway|ct|court|pl|sq|square|pkwy|parkway|block|way|calle|carrera|avenida|rue|straße|strasse|via)\b\.?|\b\p{L}+(?:straße|strasse)\b|\bул\.|улица|вул\.|شارع/iu;
const HOUSE = /^\d+[\p{L}-]?\s+\p{L}|\p{L}\s+\d+[\p{L}]?$/u;

/** A tribal area may be called an agency; offices that are called so say what they do. */
const isAgencyArea = (text: string) =>
  /\bagency$/i.test(text) &&
  !/police|intelligence|enforcement|security|news|press|national|central|federal|protection|space|aid|development|energy|health/i.test(
    text,
  );

/** The share of the cells that name areas: provinces, districts, regions. */
export const areaShare = (column: ColumnProfile) =>
  shareOfFirst(column, (text) => AREA.test(text) || isAgencyArea(text));

/** The share of the cells that name places of any size. */
export const placeShare = (column: ColumnProfile) =>
  shareOfFirst(column, (text) => AREA.test(text) || PLACE.test(text));

/** Whether the cells are addresses of houses and streets. */
export const isOfStreets = (column: ColumnProfile) =>
  shareOfFirst(column, (text) => STREET.test(text) || HOUSE.test(text)) > 0.3;

/** The share of the cells that hold two coordinates. */
export const pairShare = (column: ColumnProfile) =>
  shareOfFirst(column, (text) => /\d/.test(text) && readPair(text, 'lat-lon') !== null);
