import { SECTIONS, type SectionNumber, sectionForm } from '../../report/forms/sections.ts';
import { findSection, type Report, type Section } from '../../report/report.ts';
import { signatureOf } from '../../report/sign-off.ts';
import { isSpace } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';
import { skipTag } from '../../text/tags.ts';
import type { SectionDemand } from '../demands.ts';
import type { Rule } from '../finding.ts';

type LocalDemand =
  | { readonly kind: 'most' | 'least'; readonly section: SectionNumber; readonly count: number; readonly limit: number }
  | { readonly kind: 'mention'; readonly section: SectionNumber; readonly words: string }
  | { readonly kind: 'signed'; readonly written: string; readonly by: string };

/**
 * What a province or a city asks for beside the form, as the profile of a project says: the form leaves that to those
 * who are responsible for the work (条例第三条: the 主管部门 of each level), and it differs from place to place.
 */
export const localDemand: Rule<LocalDemand> = {
  code: 'local-demand',
  title: { zh: '不符合本地要求', en: 'A demand of the place is not met' },
  severity: 'information',
  find({ report, demands: { sections = {}, signedBy } }, emit) {
    for (const { number } of SECTIONS) {
      const section = sections[number] && findSection(report, number);
      if (!section) continue;
      for (const facts of unmet(report, section, sections[number] ?? {})) emit(section.heading, facts);
    }
    const signed = signedBy === undefined || report.year === undefined ? undefined : signatureOf(report);
    if (!signed || signedBy === undefined || report.year === undefined) return;
    const by = (report.year + 1) * 10_000 + Number(signedBy.replace('-', ''));
    if (signed.date > by) emit(signed.span, { kind: 'signed', written: signed.written, by: dateText(by) });
  },
  message: {
    zh: (facts) => {
      if (facts.kind === 'signed') return `落款日期是${facts.written}，本地要求不迟于 ${facts.by}。`;
      const title = `“${sectionForm(facts.section).title}”`;
      if (facts.kind === 'mention') return `${title}没有写到“${facts.words}”，本地要求写明。`;
      const limit = facts.kind === 'most' ? `不超过 ${facts.limit} 字` : `不少于 ${facts.limit} 字`;
      return `${title}有 ${facts.count} 字，本地要求${limit}，${facts.kind === 'most' ? '超出' : '还差'} ${Math.abs(facts.count - facts.limit)} 字。`;
    },
    en: (facts) => {
      if (facts.kind === 'signed') return `Signed ${facts.written}; the place asks for ${facts.by} at the latest.`;
      const title = `“${sectionForm(facts.section).title}”`;
      if (facts.kind === 'mention') return `${title} does not mention “${facts.words}”, as the place asks.`;
      return `${title} has ${facts.count} characters; the place asks for ${facts.limit} at ${facts.kind}.`;
    },
  },
  fingerprint: (facts) =>
    facts.kind === 'signed' ? [facts.by] : [facts.kind, facts.section, 'words' in facts && facts.words],
};

function* unmet(
  report: Report,
  section: Section,
  { most, least, mentions = [] }: SectionDemand,
): Generator<LocalDemand> {
  const { number } = section.form;
  const count = most === undefined && least === undefined ? 0 : charactersIn(report, section);
  if (most !== undefined && count > most) yield { kind: 'most', section: number, count, limit: most };
  if (least !== undefined && count < least) yield { kind: 'least', section: number, count, limit: least };
  if (mentions.length === 0) return;
  const said = fold(report.text, section.body.start, section.body.end);
  for (const words of mentions)
    if (!words.split('|').some((word) => said.includes(fold(word)))) yield { kind: 'mention', section: number, words };
}

const LESS_THAN = 0x3c;

/** As word processors count: all that is printed but blanks; in the prose of a section, not in its table. */
function charactersIn({ text, tables }: Report, { body }: Section): number {
  const table = tables.find(({ head, span }) => head >= body.start && span.end <= body.end);
  let count = 0;
  for (let at = body.start; at < body.end; at++) {
    if (table && at === table.head) at = table.span.end;
    const code = text.charCodeAt(at);
    if (code === LESS_THAN) at = Math.max(at, skipTag(text, at, body.end) - 1);
    else if (!isSpace(code) && code !== 0x0a && code !== 0x0d && at < body.end) count++;
  }
  return count;
}

function dateText(date: number): string {
  return `${Math.floor(date / 10_000)} 年 ${Math.floor(date / 100) % 100} 月 ${date % 100} 日`;
}
