import type { Digest, Predecessor, Print } from './digest.ts';
import { GramTable } from './gram-table.ts';
import { shortKey } from './organ.ts';
import { shareOf } from './sketch.ts';

/** By section: the part of a report's words, from 0 to 1, that many other organs use, too. */
export type Common = Readonly<Record<number, number>>;

/** What a report has in common with those of other organs on the same year. */
export interface Company {
  readonly common: Common;
  /** The report that it is most like; undefined where it is like none. */
  readonly lookalike: Predecessor | undefined;
}

/** Of the sketch of a section the smallest hashes are looked up: texts that share half of their words share many of them. */
const LOOKED_UP = 32;
/** So many candidates are compared; the likest has the most grams in common. */
const COMPARED = 3;
/** No setting asks for less. */
export const LEAST_SHARE = 0.3;
/** What more than this part of all organs write, a hundred at least, was given to them and is nobody's own. */
const COMMON = 0.05;
const FEWEST_COMMON = 100;
/** Of a text that is for the most part common, too little is left to measure. */
const MOST_COMMON = 0.5;

interface Known {
  readonly entry: Predecessor;
  readonly organ: string;
}

/**
 * Which reports of one year share words, among any number of them: a table of grams that knows two organs for each. All
 * work on one report takes the same time however many there are; reports of one organ are never compared.
 */
export class Lookalikes {
  /** What is to be put in when somebody asks. */
  private readonly waiting = new Map<string, Predecessor | undefined>();
  private readonly files = new Set<string>();
  private readonly numbers = new Map<string, number>();
  private readonly reports: (Known | undefined)[] = [undefined];
  private readonly years = new Map<number, number>();
  private readonly table = new GramTable();

  /** Puts a report in the place of the one that was known of its file. Where it is the only one, it is not looked at. */
  set(uri: string, entry: Predecessor | undefined): void {
    if (entry) this.files.add(uri);
    else this.files.delete(uri);
    this.waiting.set(uri, entry);
  }

  private putIn(uri: string, entry: Predecessor | undefined): void {
    const number = this.numbers.get(uri) ?? this.reports.length;
    const old = this.reports[number];
    if (old) this.change(old, number, -1);
    this.numbers.set(uri, number);
    this.reports[number] = entry && { entry, organ: shortKey(entry.digest.organ) };
    const now = this.reports[number];
    if (now) this.change(now, number, 1);
  }

  private change({ entry: { digest }, organ }: Known, number: number, by: 1 | -1): void {
    this.years.set(digest.year, (this.years.get(digest.year) ?? 0) + by);
    for (const { section, sketch } of digest.prose) {
      const salt = saltOf(digest.year, section);
      const length = Math.min(LOOKED_UP, sketch.grams.length);
      for (let at = 0; at < length; at++) {
        const key = keyOf(sketch.grams[at] as number, salt);
        if (by > 0) this.table.put(key, number, (other) => this.reports[other]?.organ === organ);
        else this.table.takeOut(key, number);
      }
    }
  }

  /** What is known of the company of a report; undefined when the report is not known. */
  companyOf(uri: string): Company | undefined {
    const { common, like } = this.compare(uri);
    return common && { common, lookalike: like[0] };
  }

  /** The reports that a known one is compared with and not unlike; empty for most. */
  likeOf(uri: string): readonly Predecessor[] {
    return this.compare(uri).like;
  }

  /** The likest first. */
  private compare(uri: string): { common?: Common; like: readonly Predecessor[] } {
    if (this.files.size < 2) return { like: [] };
    for (const [each, entry] of this.waiting) this.putIn(each, entry);
    this.waiting.clear();
    const number = this.numbers.get(uri) ?? 0;
    const known = this.reports[number];
    if (!known) return { like: [] };
    const { prose } = known.entry.digest;
    const { votes, common } = this.lookUp(known, number);
    if (votes.size === 0) return { common, like: [] };
    const most = Array.from(votes)
      .sort(([a, more], [b, most]) => most - more || a - b)
      .slice(0, COMPARED);
    const measured = most.map(([other]) => {
      const { entry } = this.reports[other] as Known;
      return { entry, share: prose.reduce((most, print) => Math.max(most, likeness(print, entry.digest, common)), 0) };
    });
    const like = measured.filter(({ share }) => share >= LEAST_SHARE).sort((a, b) => b.share - a.share);
    return { common, like: like.map(({ entry }) => entry) };
  }

  /** The reports that share words with one, each with how many, and how much of its words is common. */
  private lookUp({ entry: { digest }, organ }: Known, number: number) {
    const votes = new Map<number, number>();
    const common: Record<number, number> = {};
    const limit = Math.max(FEWEST_COMMON, COMMON * (this.years.get(digest.year) ?? 0));
    for (const { section, sketch } of digest.prose) {
      const salt = saltOf(digest.year, section);
      const length = Math.min(LOOKED_UP, sketch.grams.length);
      let many = 0;
      for (let at = 0; at < length; at++) {
        const place = this.table.placeOf(keyOf(sketch.grams[at] as number, salt));
        const isCommon = this.table.countAt(place) > limit;
        if (isCommon) many++;
        places[at] = isCommon ? -1 : place;
      }
      common[section] = length > 0 ? many / length : 1;
      if (many > MOST_COMMON * length) continue;
      for (let at = 0; at < length; at++) {
        if ((places[at] as number) < 0) continue;
        this.table.eachAt(places[at] as number, (other) => {
          if (other === number || isSameOrgan(this.reports[other]?.organ, organ)) return;
          votes.set(other, (votes.get(other) ?? 0) + 1);
        });
      }
    }
    return { votes, common };
  }
}

const places = new Int32Array(LOOKED_UP);

/** A gram finds no report of another year, and none by another section. */
function saltOf(year: number, section: number): number {
  return Math.imul(year, 0x9e3779b1) ^ Math.imul(section, 0x85ebca6b);
}

function keyOf(gram: number, salt: number): number {
  return (gram ^ salt) >>> 0 || 1;
}

function isSameOrgan(one: string | undefined, other: string): boolean {
  return one === undefined || one.endsWith(other) || other.endsWith(one);
}

/**
 * What part of a section's words, from 0 to 1, stands in the same section of another report, without those that many
 * organs use; 0 where too few are left.
 */
export function likeness({ section, sketch }: Print, { prose }: Digest, common: Common = {}): number {
  const other = prose.find((each) => each.section === section);
  const many = common[section] ?? 0;
  const share = other && many <= MOST_COMMON ? shareOf(sketch, other.sketch) : undefined;
  return share === undefined ? 0 : Math.max(0, (share - many) / (1 - many));
}
