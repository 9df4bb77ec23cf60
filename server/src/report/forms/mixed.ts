import type { GroupForm, RowForm, TableForm } from './form.ts';
import { PROACTIVE_2019, PROACTIVE_2021 } from './proactive.ts';

/**
 * Table 2 with some blocks as the form of 2021 prints them and others as that of 2019: a clerk who kept last year's
 * file. Each block is one form's or the other's.
 */
export function mixedProactive(isOld: (group: GroupForm) => boolean): TableForm {
  const groups = [...new Set([...PROACTIVE_2021.rows, ...PROACTIVE_2019.rows].map(({ group }) => group))];
  const rows = groups.flatMap((group): readonly RowForm[] => {
    if (!group) return [];
    const form = isOld(group) ? PROACTIVE_2019 : PROACTIVE_2021;
    return form.rows.filter((row) => row.group === group);
  });
  const key = rows.map(({ columns }) => columns.length).join();
  const known = MIXED.get(key);
  if (known) return known;
  const form: TableForm = { ...PROACTIVE_2021, years: [], rows };
  MIXED.set(key, form);
  return form;
}

/** One object for each mixture, for wordings are worked out once for each form. */
const MIXED = new Map<string, TableForm>();
