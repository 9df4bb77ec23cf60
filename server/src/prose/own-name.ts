import { DIVISIONS, withoutNoPlaces } from '../report/organ-name.ts';

/** How a report calls its own organ: 区住建局 is 岚汐市砚泠区住房和城乡建设局, 禾墨街道 is 禾墨街道办事处. */

/** Whether a name, already shortened, is one of the organ itself. */
export type IsOwn = (name: string) => boolean;

/** Both names of 砚泠县政府（县政府办）, in full; one of most organs. */
export function aliasesOf(agency: string): readonly string[] {
  const opening = '）)'.includes(agency.at(-1) ?? ' ')
    ? Math.max(agency.lastIndexOf('（'), agency.lastIndexOf('('))
    : -1;
  if (opening <= 0) return [agency];
  const first = agency.slice(0, opening);
  const second = agency.slice(opening + 1, -1);
  const { place } = partsOf(first);
  return [first, place !== '' && place.at(-1) === second[0] ? place + second.slice(1) : second];
}

/** @param aliases the names of the organ, already shortened */
export function ownNames(aliases: readonly string[]): IsOwn {
  const short = aliases.map(shortNames);
  return (name) =>
    name !== '' && (aliases.some((agency) => agency.endsWith(name)) || short.some((isShort) => isShort(name)));
}

function shortNames(agency: string): IsOwn {
  const town = townOf(agency);
  if (town !== undefined) {
    return (name) => {
      const own = name.replace(TOWN_OFFICES, '');
      return own !== '' && town.endsWith(own);
    };
  }
  const { place, work } = partsOf(agency);
  const zone = ZONES.test(place) ? place : '';
  return (name) => {
    for (let at = 0; at < name.length; at++) {
      if (abbreviates(name.slice(at), work) && (at === 0 || isPlace(name.slice(0, at), place, zone))) return true;
    }
    return false;
  };
}

/** 区, 砚泠区 of 岚汐市砚泠区; 高新区 of 砚泠高新技术产业开发区. */
function isPlace(name: string, place: string, zone: string): boolean {
  return place.endsWith(name) || (zone.at(-1) === name.at(-1) && shortens(name, zone));
}

const TOWN_OFFICES = /(?:政府|办|党工委)$/;
const TOWN = /(?:镇|乡|街|街道|苏木)$/;

/** 禾墨镇 of 砚泠县禾墨镇政府; undefined for an organ that is no town's. */
function townOf(agency: string): string | undefined {
  const town = agency.replace(TOWN_OFFICES, '');
  return TOWN.test(town) ? town : undefined;
}

/** A zone, or the organ that governs one. */
export const ZONES =
  /(?:开发区|高新区|园区|新区|关区|示范区|保税区|度假区|经开区|风景区|景区|试验区|合作区|工业区|产业区|功能区|管理区)(?:管理委员会|管委会|管委|管理委)?$/;

/** What an organ does stands behind the last office that its name names: 城市管理局 of 高新区管委会城市管理局. */
const OUTER_OFFICES = /^.*(?:[局厅府]|委会?)(?=.)/;

/** What of an agency's name is its place (岚汐市砚泠区, empty where none is named), and what it does there (水务局). */
function partsOf(agency: string): { readonly place: string; readonly work: string } {
  const bare = withoutNoPlaces(agency);
  let end = Math.max(bare.length - 1, 0);
  while (end > 0 && !LEVELS.includes(bare[end - 1] as string)) end--;
  return { place: agency.slice(0, end), work: agency.slice(end).replace(OUTER_OFFICES, '') };
}

/** 市, 区, 县: what the name of a place ends with. */
const LEVELS = DIVISIONS.filter((division) => division.length === 1);

/** 住建局 of 住房和城乡建设局: same first and last character, the others in their order; 和 may be left out or put in. */
function abbreviates(short: string, full: string): boolean {
  const [own, whole] = [short.replaceAll('和', ''), full.replaceAll('和', '')];
  return own.length > 1 && own[0] === whole[0] && own.at(-1) === whole.at(-1) && shortens(own, whole);
}

/** 高新区 of 甲高新技术产业开发区: whether the characters of a short name stand in the full one, in their order. */
export function shortens(short: string, full: string): boolean {
  let at = 0;
  for (const character of full) if (character === short[at]) at++;
  return at === short.length;
}
