import type { Form, TableForm, TableNumber } from './form.ts';
import { FORM_2019 } from './form2019.ts';
import { FORM_2021 } from './form2021.ts';

export { FORM_2019, FORM_2021 };

export function tableForm(form: Form, number: TableNumber): TableForm {
  return form.tables[number - 2] as TableForm;
}
