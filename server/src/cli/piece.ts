import { type FileProject, NO_PROJECT, type Severities } from '../project/project.ts';

/** Findings on what is not there, which says nothing of a piece of a report. */
const ABSENCE: Severities = {
  'title-missing': 'off',
  'year-unknown': 'off',
  'section-missing': 'off',
  'section-empty': 'off',
  'aspect-missing': 'off',
  'table-missing': 'off',
  'text-cut-off': 'off',
  'fee-statement-missing': 'off',
};

/** The settings for a piece of a report, such as the 25 rows of table 3; levels that somebody has set go before. */
export function pieceProject(project: FileProject = NO_PROJECT): FileProject {
  return { ...project, rules: { ...ABSENCE, ...project.rules } };
}
