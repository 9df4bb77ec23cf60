import type { Edit } from '../../edits/edit.ts';
import type { Report, Section } from '../../report/report.ts';
import { excerpt } from '../excerpt.ts';
import { type Analysis, isOf, type Rule } from '../finding.ts';

interface SectionNumbering {
  readonly section: Section;
  readonly written: string;
  readonly expected: string;
}

/** `6、` for `六、`, a wrong ordinal, or none. */
export const sectionNumbering: Rule<SectionNumbering> = {
  code: 'section-numbering',
  title: { zh: '标题的序号不对', en: 'A heading has a wrong ordinal' },
  severity: 'warning',
  find({ report }, emit) {
    // aspect-numbering tells of them where the aspects take the ordinals of sections.
    if (report.aspects.length > 0) return;
    for (const wrong of wrongOrdinals(report)) {
      const { ordinal, heading } = wrong.section;
      emit(ordinal.end > ordinal.start ? ordinal : heading, wrong);
    }
  },
  message: {
    zh: ({ section, written, expected }) =>
      written
        ? `标题“${section.form.title}”的序号写的是“${excerpt(written)}”，按规定格式应为“${expected}”。`
        : `标题“${section.form.title}”缺少序号，应为“${expected}”。`,
    en: ({ section, written, expected }) =>
      written
        ? `Heading “${section.form.title}” is numbered “${excerpt(written)}”; the form has “${expected}”.`
        : `Heading “${section.form.title}” has no ordinal; it should be “${expected}”.`,
  },
  fixes: ({ facts }, analysis, locale) => [
    {
      title: locale === 'zh' ? `序号改为“${facts.expected}”` : `Change the ordinal to “${facts.expected}”`,
      edits: [renumber(facts)],
      preferred: true,
    },
    {
      title: locale === 'zh' ? '改正全部标题的序号' : 'Correct the ordinals of all headings',
      edits: renumberAll(analysis),
      preferred: false,
    },
  ],
  fingerprint: ({ section, written, expected }) => [section.form.number, written, expected],
};

/** The headings whose ordinal is not that of their section. */
export function wrongOrdinals({ text, sections }: Report): SectionNumbering[] {
  const wrong: SectionNumbering[] = [];
  for (const section of sections) {
    const { ordinal, form } = section;
    const written = text.slice(ordinal.start, ordinal.end).trim();
    if (written.startsWith(form.ordinal) && written.length <= 2) continue;
    wrong.push({ section, written, expected: `${form.ordinal}、` });
  }
  return wrong;
}

function renumber({ section, expected }: SectionNumbering): Edit {
  return { span: section.ordinal, newText: expected };
}

/** All headings at once, when more than one is wrong. */
function renumberAll({ findings }: Analysis): Edit[] {
  const wrong = findings.flatMap((finding) => (isOf(finding, sectionNumbering) ? [renumber(finding.facts)] : []));
  return wrong.length > 1 ? wrong : [];
}
