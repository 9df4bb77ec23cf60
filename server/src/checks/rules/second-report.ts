import { lineAt } from '../../text/lines.ts';
import type { Rule } from '../finding.ts';

/** Another report begins in the same text; only the first one is read. */
export const secondReport: Rule<null> = {
  code: 'second-report',
  title: { zh: '一个文件里有两份报告', en: 'A second report in the same file' },
  severity: 'warning',
  find({ report: { second, lines } }, emit) {
    if (!second) return;
    const line = lines.span(lineAt(lines, second.start));
    emit({ start: second.start, end: Math.max(second.start, line.end) }, null);
  },
  message: {
    zh: () => '从这里起是另一份报告，只检查了前一份。请把两份报告分成两个文件。',
    en: () => 'Another report begins here; only the one before it was checked. Put each report into a file of its own.',
  },
  fingerprint: () => [],
};
