import type { SectionNumber } from '../report/forms/sections.ts';
import type { Range } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import type { Numbers } from './numbers.ts';
import type { Sketch } from './sketch.ts';

/**
 * What one report must know of another. All of it is plain data: it crosses threads, and it outlives the text, so that
 * a workspace of thousands of reports is held in a few megabytes. Flat, for the same reason.
 */

/** A stretch of a text that may not be at hand: offsets in UTF-16 code units, and the same as lines and characters. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A cell: its number, or null when it is blank or unreadable, and where it stands. */
export interface Figure extends Spot {
  readonly value: number | null;
}

/** 规章 or 行政规范性文件 in table 2 of the form of 2021: 本年制发件数, 本年废止件数, 现行有效件数. */
export interface Documents {
  readonly row: string;
  readonly issued: Figure;
  readonly abolished: Figure;
  readonly valid: Figure;
}

/** `同比增长15%` of a number of requests that the table has as well. */
export interface GrowthSaid extends Spot {
  readonly written: string;
  /** Percent; negative for fewer. */
  readonly change: number;
  readonly decimals: number;
  readonly current: number;
  /** 一、本年新收, or （七）总计. */
  readonly of: 'received' | 'settled';
}

/** The prose of a section without its digits: a number that two equal texts have in common, and a sample of it. */
export interface Print {
  readonly section: SectionNumber;
  readonly hash: number;
  readonly heading: Spot;
  readonly sketch: Sketch;
}

/** Whose report it is and on which year. */
export interface Origin {
  /** 机关 as the title names it. */
  readonly agency: string;
  /** The same for all spellings of one organ's name. */
  readonly organ: string;
  /** Whether the name says where the organ is: 云麓区教育局 does, 教育局 may be anybody's. */
  readonly placed: boolean;
  readonly year: number;
}

/** The digest of a report. */
export interface Digest extends Origin {
  /** 二、上年结转 and 四、结转下年度 by the seven columns of table 3; empty when the row was not read. */
  readonly carriedIn: readonly Figure[];
  readonly carriedOut: readonly Figure[];
  /** 总计 of 一、本年新收 and of （七）总计. */
  readonly received: Figure | undefined;
  readonly settled: Figure | undefined;
  readonly documents: readonly Documents[];
  readonly growths: readonly GrowthSaid[];
  readonly prose: readonly Print[];
  readonly numbers: Numbers;
}

/** A report that may be closed: its address, and what to call it. */
export interface ReportFile {
  readonly uri: string;
  readonly name: string;
}

/** The report of the year before. Where several copies of it disagree, what they disagree on is left out. */
export interface Predecessor {
  readonly file: ReportFile;
  readonly digest: Digest;
}

/** What a finding says of the report of the year before: which one, its year, and the place that matters. */
export interface Source extends ReportFile {
  readonly year: number;
  readonly spot: Spot;
}

export function spanOf({ start, end }: Spot): Span {
  return { start, end };
}

export function rangeOf({ line, character, endLine, endCharacter }: Spot): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
