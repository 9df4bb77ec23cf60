import { nameOf, type Summary, yearText } from '../../summary/model.ts';
import { printable } from '../../text/foreign.ts';
import { type Locale, remark, sayIn } from '../locale.ts';

/** Several reports of one organ on one year, which a sum counts as often as they are there. */
export function repeatedText({ repeated, against }: Summary, locale: Locale): string {
  const say = sayIn(locale);
  const lines = repeated.map((reports) => {
    const [first] = reports;
    const places = reports.filter((report) => report !== against?.own).map(({ path }) => printable(path));
    const name = first ? `${printable(nameOf(first))} ${yearText(first.year)}` : '';
    return reports.some((report) => report === against?.own)
      ? remark(
          say(
            `${name}就是要比较的机关，它的另一份报告也计入了合计：`,
            `${name} is the organ of --against; another report of it counts: `,
          ) + places.join(say('、', ', ')),
          locale,
        )
      : remark(
          say(
            `${name}有 ${reports.length} 份报告，都计入了合计：`,
            `${name} has ${reports.length} reports, and all of them count: `,
          ) + places.join(say('、', ', ')),
          locale,
        );
  });
  return lines.join('');
}
