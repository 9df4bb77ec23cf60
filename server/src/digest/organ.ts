import { DIVISIONS, isPlaced } from '../report/organ-name.ts';
import type { Report } from '../report/report.ts';
import { copyString } from '../text/copy-string.ts';
import { fold } from '../text/fold.ts';
import type { Origin } from './digest.ts';

/**
 * Whose report it is; undefined when nothing says so, or not on which year. The name of a folder is no substitute: it would link reports that
 * have nothing to do with each other.
 */
export function identify({ agency, year }: Pick<Report, 'agency' | 'year'>): Origin | undefined {
  if (year === undefined) return undefined;
  const organ = organKey(agency);
  // One character names nobody.
  if (organ.length < 2 || WRITER.some((word) => organ.startsWith(word))) return undefined;
  return { agency: copyString(agency), organ: copyString(organ), placed: isPlaced(organ), year };
}

/** Whoever writes; 本溪市 is a city. */
const WRITER = [
  '我',
  '本机关',
  '本单位',
  '本部门',
  '本级',
  '本局',
  '本委',
  '本办',
  '本镇',
  '本乡',
  '本街道',
  '本区',
  '本县',
  '本市',
];

/**
 * The same for all spellings of an organ's name: spaces, brackets and width do not count, 人民政府 and 政府 are the same
 * word in a name, a place stands for its government (禾墨镇, 禾墨镇人民政府), and an office is called 办公厅 or 办公室 by its rank. A government and its office stay two organs.
 */
export function organKey(agency: string): string {
  const folded = fold(agency).replaceAll('人民政府', '政府');
  if (folded.endsWith('办公厅')) return `${folded.slice(0, -1)}室`;
  const place = folded.endsWith('政府') ? folded.slice(0, -2) : '';
  return isPlace(place) ? place : folded;
}

/** `禾墨镇`, of which the report is that of its government. */
function isPlace(name: string): boolean {
  return name.length > 1 && isPlaced(name) && DIVISIONS.some((division) => name.endsWith(division));
}

/**
 * The part of an organ's key that all its names share: 岚汐市禾墨区水务局 and 禾墨区水务局 give the latter. What stands before
 * it are the places above; the rest still says where the organ is.
 */
export function shortKey(organ: string): string {
  let short = organ;
  for (let at = 2; at < short.length - 2; ) {
    const division = DIVISIONS.find((each) => short.endsWith(each, at));
    const rest = division ? short.slice(at) : '';
    if (rest !== '' && isPlaced(rest) && !DIVISIONS.some((each) => rest.startsWith(each))) {
      short = rest;
      at = 2;
    } else at++;
  }
  return short;
}
