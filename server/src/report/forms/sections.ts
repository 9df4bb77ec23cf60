/** The six sections of the report, the same in both forms. */

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * How surely a text is the heading of a section: `own` is the wording of this report alone, `plain` an official wording
 * that other reports use too (总体情况), `loose` only together with the right ordinal, `place` by its ordinal and place alone.
 */
export type Likeness = 'own' | 'plain' | 'loose' | 'place';

export interface SectionForm {
  readonly number: SectionNumber;
  readonly ordinal: string;
  readonly title: string;
  /** Compares a folded heading without its ordinal. */
  readonly like: (folded: string) => Likeness | undefined;
}

/** 基本情况, 政府信息公开概况, 2024年工作开展总体情况 */
const OVERVIEW =
  /^(?:\d{4}年度?|年度)?(?:(?:政府|政务)?信息公开|政务公开)?(?:工作|工作开展)?(?:总体|整体|基本)?(?:工作)?(?:情况|概况|概述)$/;

/** 政府信息公开相关行政复议、诉讼情况 stands in other statistics, too. */
const OWN_REVIEWS = /^(?:因|涉及|有关|关于)?(?:政府|政务)?信息公开(?:工作)?(?:被|引起|引发|提起|申请|的)*行政复议/;

const has = (folded: string, ...words: string[]) => words.some((word) => folded.includes(word));

export const SECTIONS: readonly SectionForm[] = [
  {
    number: 1,
    ordinal: '一',
    title: '总体情况',
    like: (folded) => {
      if (['总体情况', '总体概述', '总体工作情况', '工作总体情况', '总体情况概述'].includes(folded)) return 'plain';
      if (folded === '政府信息公开工作总体情况' || folded === '政府信息公开总体情况') return 'plain';
      return (folded.endsWith('况') || folded.endsWith('述')) && OVERVIEW.test(folded) ? 'loose' : undefined;
    },
  },
  {
    number: 2,
    ordinal: '二',
    title: '主动公开政府信息情况',
    like: (folded) => {
      if (
        /^(?:行政机关)?(?:主动公开政府信息|政府信息主动公开)的?(?:总体)?(?:情况|数量)(?:统计|表|统计表)?$/.test(folded)
      )
        return 'own';
      const begins = folded.startsWith('主动公开') || folded.startsWith('政府主动公开');
      return begins && folded.length < 16 ? 'loose' : undefined;
    },
  },
  {
    number: 3,
    ordinal: '三',
    title: '收到和处理政府信息公开申请情况',
    like: (folded) => {
      if (/^(?:行政机关)?(?:收到|受理)[和与及]?处理政府信息公开(?:的?申请)?的?情况(?:统计|表|统计表)?$/.test(folded))
        return 'own';
      if (folded === '依申请公开政府信息情况' || folded === '政府信息依申请公开情况') return 'own';
      return has(folded, '依申请公开', '信息公开申请') && folded.length < 24 ? 'loose' : undefined;
    },
  },
  {
    number: 4,
    ordinal: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    like: (folded) => {
      if (!folded.includes('复议') || !folded.includes('诉讼') || folded.length > 40) return undefined;
      if (!has(folded, '信息公开') || !has(folded, '情况', '数量')) return 'loose';
      return OWN_REVIEWS.test(folded) ? 'own' : 'plain';
    },
  },
  {
    number: 5,
    ordinal: '五',
    title: '存在的主要问题及改进情况',
    like: (folded) => {
      if (!has(folded, '问题', '不足') || folded.length > 36) return undefined;
      const improvement = has(folded, '改进', '措施', '打算', '整改', '下一步', '解决', '对策');
      if (improvement && /^(?:政府信息公开工作|政务公开工作|政府信息公开)?(?:中|当前)?(?:存在|主要|面临)/.test(folded))
        return 'plain';
      return improvement || has(folded, '存在') ? 'loose' : undefined;
    },
  },
  {
    number: 6,
    ordinal: '六',
    title: '其他需要报告的事项',
    like: (folded) => {
      if (/^(?:其他)?(?:需要|需|应当|应)(?:要)?(?:报告|说明)的?(?:其他)?(?:事项|情况|问题)$/.test(folded))
        return 'plain';
      return folded.includes('其他') && has(folded, '事项', '情况') && folded.length < 20 ? 'loose' : undefined;
    },
  },
];

export const sectionForm = (number: SectionNumber): SectionForm => SECTIONS[number - 1] as SectionForm;

/** 二、主动公开政府信息情况: the heading as the form prints it. */
export const officialHeading = ({ ordinal, title }: SectionForm): string => `${ordinal}、${title}`;

/** With what the headings above begin where their ordinal is lost altogether. */
export const FIRST_CHARACTERS = '总工政概基主行收受依因存当面其它需应中信公本被';

/** The five aspects of section 一, each with the words that its sub-heading uses. */
export const ASPECTS: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: '主动公开', words: ['主动公开', '公开内容', '公开力度', '重点领域', '重点信息公开'] },
  { name: '依申请公开', words: ['依申请', '公开申请'] },
  {
    name: '政府信息管理',
    words: [
      '信息管理',
      '信息及平台管理',
      '信息和平台管理',
      '信息资源',
      '文件管理',
      '信息规范',
      '规范管理',
      '发布管理',
      '信息公开管理',
      '制度建设',
    ],
  },
  { name: '政府信息公开平台建设', words: ['平台', '网站', '载体', '渠道', '新媒体'] },
  { name: '监督保障', words: ['监督', '保障', '考核', '评议', '追究'] },
];
