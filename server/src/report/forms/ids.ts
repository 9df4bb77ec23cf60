/**
 * Names for the rows and columns of the form's three tables. Code names a place of the form by them, and never counts
 * rows or columns. The statutory terms stand beside them in the data of the forms.
 */

/** Table 2. `regulations` is 规章, `normative-documents` 行政规范性文件; the last two are in the form of 2019 only. */
export type ProactiveRowId =
  | 'regulations'
  | 'normative-documents'
  | 'licences'
  | 'penalties'
  | 'compulsion'
  | 'fees'
  | 'other-services'
  | 'procurement';

/** Table 3: 一 is `new`, 二 `carried-in`, （七）总计 `total`, 四 `carried-out`; between them what became of requests. */
export type RequestRowId =
  | 'new'
  | 'carried-in'
  | 'open'
  | 'partial'
  | `refused.${'state-secret' | 'law' | 'security' | 'third-party' | 'internal' | 'process' | 'enforcement' | 'records'}`
  | `unavailable.${'not-held' | 'not-made' | 'unclear'}`
  | `declined.${'petition' | 'repeated' | 'publication' | 'excessive' | 'confirmation'}`
  // In the form of 2019 （六）其他处理 is one row, in that of 2021 a group of three.
  | 'other'
  | `other.${'uncorrected' | 'unpaid' | 'other'}`
  | 'total'
  | 'carried-out';

/** Rows of all tables. `cases` is the one row of table 4, which has no label. */
export type RowId = ProactiveRowId | RequestRowId | 'cases';

/** A heading over several rows or columns: an article of table 2, an outcome or kind of applicant, a kind of case. */
export type GroupId = ArticleId | OutcomeId | 'organisations' | CaseId;
type ArticleId = `article-20.${1 | 5 | 6 | 8 | 9}`;
/** （三）不予公开, （四）无法提供, （五）不予处理, （六）其他处理. */
export type OutcomeId = 'refused' | 'unavailable' | 'declined' | 'other';
/** 行政复议, 行政诉讼·未经复议直接起诉, 行政诉讼·复议后起诉. */
export type CaseId = 'review' | 'direct' | 'after-review';
/** 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
export type ResultId = 'upheld' | 'corrected' | 'other' | 'pending' | 'total';

/** 自然人; 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他; 总计. */
export type ApplicantId = 'person' | 'business' | 'research' | 'welfare' | 'legal' | 'other' | 'total';

/** Columns of table 2: those of the form of 2021, then those of 2019. */
export type ProactiveColumnId =
  | 'issued'
  | 'abolished'
  | 'valid'
  | 'decisions'
  | 'amount'
  | 'made'
  | 'published'
  | 'published-total'
  | 'year-before'
  | 'change'
  | 'purchases';

/** Columns of all tables; those of table 4 are a group and a result: `review.total`. */
export type ColumnId = ProactiveColumnId | ApplicantId | `${CaseId}.${ResultId}`;
