import { encode } from '../../../server/src/files/encoding.ts';
import { cellAt, changeCell, valueAt } from './fault.ts';
import type { Numbers } from './numbers.ts';
import { type Random, randomFrom } from './random.ts';
import { LAYOUTS, type Layout, plainStyle, type Rendered, render, type Style, valueText } from './render.ts';
import { yearsOf } from './years.ts';

/** Which reports a folder is to hold. The same plan gives the same bytes everywhere. */
export interface Plan {
  readonly organs: number;
  readonly years: readonly number[];
  readonly seed: number;
  /** How many in a thousand reports have one wrong cell in table 3. */
  readonly faults: number;
  /** How many in a thousand carry in another number than the year before left over. */
  readonly breaks: number;
}

export interface PlannedFile {
  /** `2023/岚汐县/岚汐县水利局.txt` */
  readonly path: string;
  readonly bytes: Buffer;
  /** What stands in its tables, the faulty cell excepted. */
  readonly numbers: Numbers;
  readonly fault: boolean;
  readonly broken: boolean;
}

export const THREE_YEARS: Plan = { organs: 3334, years: [2022, 2023, 2024], seed: 20_250_131, faults: 30, breaks: 10 };

// Combined from syllables that name no existing place.
const FIRST = [...'岚禾砚蘅苍霁沐昀栖澜芷皓'];
const SECOND = [...'汐墨泠洲籁野岑渡梧麓菁嵋'];
const RANKS = ['市', '区', '县', '镇'];
const OFFICES = [
  '人民政府办公室',
  '教育体育局',
  '自然资源局',
  '卫生健康局',
  '发展和改革局',
  '城市管理局',
  '水利局',
  '统计局',
  '财政局',
  '司法局',
];

/** Organs of this many different names, those of one place beside each other. */
export function organNames(count: number): { readonly place: string; readonly name: string }[] {
  const places = RANKS.flatMap((rank) => FIRST.flatMap((one) => SECOND.map((two) => one + two + rank)));
  const all = places.flatMap((place) => OFFICES.map((office) => ({ place, name: place + office })));
  if (count > all.length) throw new RangeError(`there are names for ${all.length} organs only`);
  return all.slice(0, count);
}

/** The files of a folder, one organ after the other; nothing of them is kept. */
export function* folderOf({ organs, years, seed, faults, breaks }: Plan): Generator<PlannedFile> {
  for (const [at, { place, name }] of organNames(organs).entries()) {
    const random = randomFrom(seed + at * 7919);
    const broken = years.map((_, index) => index > 0 && random(1000) < breaks);
    const reports = yearsOf(name, years, random, (index) => broken[index] === true);
    for (const [index, numbers] of reports.entries()) {
      const fault = random(1000) < faults;
      const { extension, bytes } = write(numbers, random, fault);
      const path = `${numbers.year}/${place}/${name}${extension}`;
      yield { path, bytes, numbers, fault, broken: broken[index] === true };
    }
  }
}

function write(numbers: Numbers, random: Random, fault: boolean): { extension: string; bytes: Buffer } {
  const layout = LAYOUTS[random(LAYOUTS.length)] as Layout;
  const style: Style = { ...plainStyle, newline: random(4) === 0 ? '\r\n' : '\n', wording: 1 + random(1_000_000) };
  const rendered = render(numbers, layout, style);
  const text = fault ? withFault(rendered, numbers, random) : rendered.text;
  // Old drafts come in the encoding of old Windows.
  const encoding = random(10) === 0 ? 'gb18030' : 'utf-8';
  return { extension: EXTENSIONS[layout] ?? '.txt', bytes: encode(text, { encoding, bom: false }) };
}

const EXTENSIONS: Partial<Readonly<Record<Layout, string>>> = { mdtsv: '.md', mdtable: '.md', html: '.html' };

function withFault(rendered: Rendered, numbers: Numbers, random: Random): string {
  const place = { table: 3, row: random(25), column: random(7) } as const;
  const wrong = (valueAt(numbers, place) ?? 0) + 1 + random(9);
  return changeCell(rendered, cellAt(rendered, place), valueText(wrong, plainStyle));
}
