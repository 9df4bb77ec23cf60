import { isOutdated } from '../../report/forms/index.ts';
import { findSection, findTable, type Report } from '../../report/report.ts';
import type { Locale, Rule } from '../finding.ts';

/** First year whose reports use the form of 国办公开办函〔2021〕30号. */
const FIRST_YEAR = 2021;

/** Table 2 (`proactive`), of it only block （一） (`documents`), or table 3 (`requests`). */
type OutdatedPart = 'proactive' | 'documents' | 'requests';

interface FormOutdated {
  readonly year: number;
  /** What is in the form of 2019, in the order of the form. */
  readonly parts: readonly OutdatedPart[];
  /** Whether the rest is in the form in force. */
  readonly mixed: boolean;
}

/** A report on 2021 or later uses the form of 国办公开办函〔2019〕60号, all of it or a part. */
export const formOutdated: Rule<FormOutdated> = {
  code: 'form-outdated',
  title: { zh: '使用了 2019 年旧格式', en: 'The form of 2019 is used' },
  severity: 'information',
  find({ report }, emit) {
    const year = report.year;
    if (year === undefined || year < FIRST_YEAR) return;
    const parts = outdatedParts(report);
    const [first] = parts;
    if (!first) return;
    const number = first === 'requests' ? 3 : 2;
    const span = findSection(report, number)?.heading ?? findTable(report, number)?.span ?? { start: 0, end: 0 };
    const mixed = first === 'documents' || parts.length < report.tables.filter((table) => table.number < 4).length;
    emit(span, { year, parts, mixed });
  },
  message: {
    zh: ({ year, parts, mixed }) => {
      const names = parts.map((part) => PARTS.zh[part].name).join('和');
      const both = mixed ? '，其余部分已是新格式，两种格式混用' : '';
      const differences = parts.map((part) => PARTS.zh[part].difference).join('；');
      return `${year} 年度报告的${names}仍用 2019 年的旧格式（国办公开办函〔2019〕60号）${both}；2021 年度起应使用国办公开办函〔2021〕30号的新格式。新格式中：${differences}。`;
    },
    en: ({ year, parts, mixed }) => {
      const names = parts.map((part) => PARTS.en[part].name).join(' and ');
      const both = mixed ? ', while the rest is in the new one' : '';
      const differences = parts.map((part) => PARTS.en[part].difference).join('; ');
      return `The report on ${year} has ${names} in the form of 2019 (国办公开办函〔2019〕60号)${both}; from 2021 on it is that of 国办公开办函〔2021〕30号. There, ${differences}.`;
    },
  },
  fingerprint: () => [],
};

function outdatedParts(report: Report): OutdatedPart[] {
  const isOld = (number: 2 | 3) => report.tables.some((table) => table.number === number && isOutdated(table.form));
  const two: OutdatedPart[] = isOld(2)
    ? ['proactive']
    : findTable(report, 2)?.documentsForm === '2019'
      ? ['documents']
      : [];
  return isOld(3) ? [...two, 'requests'] : two;
}

const DOCUMENTS_ZH = '“规章”“行政规范性文件”填本年制发、本年废止、现行有效件数';
const DOCUMENTS_EN = '规章 and 行政规范性文件 count those issued, abolished and in force';

type PartWords = Readonly<Record<OutdatedPart, { readonly name: string; readonly difference: string }>>;

const PARTS: Readonly<Record<Locale, PartWords>> = {
  zh: {
    documents: { name: '表二第（一）项', difference: DOCUMENTS_ZH },
    proactive: {
      name: '表二',
      difference: `表二的${DOCUMENTS_ZH}，“行政许可”“行政处罚”“行政强制”只填本年处理决定数量，“行政事业性收费”填本年收费金额（万元），没有“其他对外管理服务事项”和“政府集中采购”`,
    },
    requests: {
      name: '表三',
      difference: '表三的“（六）其他处理”分为“逾期不补正”“逾期未缴纳费用”“其他”三行',
    },
  },
  en: {
    documents: { name: 'block （一） of table 2', difference: DOCUMENTS_EN },
    proactive: {
      name: 'table 2',
      difference: `in table 2 ${DOCUMENTS_EN}, 行政许可, 行政处罚 and 行政强制 give decisions only, 行政事业性收费 an amount in 万元; 其他对外管理服务事项 and 政府集中采购 are gone`,
    },
    requests: { name: 'table 3', difference: '（六）其他处理 of table 3 has three rows' },
  },
};
