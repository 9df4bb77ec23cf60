import type { Title } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import type { Origin } from './digest.ts';

/**
 * Whose report it is; undefined when the title does not say so, or not on which year. A name of the file or folder is
 * no substitute: it would link reports that have nothing to do with each other.
 */
export function identify(title: Title | undefined): Origin | undefined {
  if (!title || title.year === undefined) return undefined;
  const { agency, year } = title;
  const organ = organKey(agency);
  // One character names nobody.
  if (organ.length < 2 || WRITER.some((word) => organ.startsWith(word))) return undefined;
  return { agency, organ, placed: isPlaced(organ), year };
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
 * word in a name, and an office is called 办公厅 or 办公室 by its rank. A government and its office stay two organs.
 */
export function organKey(agency: string): string {
  const folded = fold(agency).replaceAll('人民政府', '政府');
  return folded.endsWith('办公厅') ? `${folded.slice(0, -1)}室` : folded;
}

/** Words in which 市, 县, 乡 … do not end the name of a place, and words for places that stand for themselves. */
const NO_PLACES = ['城市', '城乡', '城镇', '市场', '乡村', '乡镇', '社区'];
const NAMELESS = ['地区', '园区', '城区', '新区', '开发区', '高新区', '经开区'];
const DIVISIONS = ['省', '市', '区', '县', '旗', '州', '盟', '乡', '镇', '街道', '兵团'];
/** The organs of the centre need no place. */
const CENTRAL = ['国家', '国务院', '中国', '中央', '全国'];

/** At its very front a division has no name: 区教育局, 县财政局, 街道办事处. */
function isPlaced(organ: string): boolean {
  if (CENTRAL.some((word) => organ.startsWith(word))) return true;
  const nameless = NAMELESS.find((word) => organ.startsWith(word))?.length ?? 0;
  const bare = NO_PLACES.reduce((rest, word) => rest.replaceAll(word, ' '), organ.slice(nameless));
  return DIVISIONS.some((division) => bare.indexOf(division, 1) > 0);
}
