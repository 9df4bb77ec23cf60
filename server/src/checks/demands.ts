import type { SectionNumber } from '../report/forms/sections.ts';

/** What a province or a city asks of one section beside the form. */
export interface SectionDemand {
  /** How many characters it has at most, and at least; blanks and tags do not count. */
  readonly most?: number | undefined;
  readonly least?: number | undefined;
  /** What it must speak of; of `新媒体|公众号` one is enough. */
  readonly mentions?: readonly string[] | undefined;
}

/** What a place asks for beside the form, and its own thresholds; nothing of it is asked for unless it is set. */
export interface Profile {
  readonly sections?: Readonly<Partial<Record<SectionNumber, SectionDemand>>> | undefined;
  /** `01-31`: the last day, in the year after, on which a report may be signed. */
  readonly signedBy?: string | undefined;
  /** From what part of a section's words on, in percent, it counts as copied. */
  readonly copiedShare?: number | undefined;
}

/** What a project asks for: its profile, and the rules that are off unless asked for. */
export interface Demands extends Profile {
  readonly also?: readonly string[] | undefined;
}

export const NO_DEMANDS: Demands = {};
