// `npm run wild`: how the pages of real sites in ../shared/reports/wild are read, and what is missed in them.

import { figuresOf } from './figures.ts';
import { type Measured, type MeasuredClaim, measure } from './measure.ts';
import { missing, wildPages } from './pages.ts';

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
const line = (name: string, part: number, whole: number): string =>
  `${name.padEnd(26)}${String(part).padStart(4)} of ${String(whole).padStart(3)}  ${percent(part, whole)}`;

function main(): void {
  const pages = wildPages().map(measure);
  const { recognised, years, organs, compared, alarms } = figuresOf(pages);
  console.log(line('recognised', ...recognised));
  console.log(line('year', ...years));
  console.log(line('organ', ...organs));
  console.log(line('claims compared', ...compared));
  for (const [kind, claims] of byKind(pages)) console.log(line(`  ${kind}`, comparedOf(claims), claims.length));
  console.log(`false alarms              ${String(alarms).padStart(4)}\n`);
  for (const page of pages) for (const lack of lacksOf(page)) console.log(`${page.page.file}  ${lack}`);
}

function byKind(pages: readonly Measured[]): Map<string, MeasuredClaim[]> {
  const kinds = new Map<string, MeasuredClaim[]>();
  for (const claim of pages.flatMap(({ claims }) => claims))
    kinds.set(claim.kind, [...(kinds.get(claim.kind) ?? []), claim]);
  return kinds;
}

const comparedOf = (claims: readonly MeasuredClaim[]): number =>
  claims.filter(({ state }) => state === 'compared').length;

function lacksOf({ page, recognised, organ, year, claims, alarms }: Measured): string[] {
  if (!recognised) return [page.isReport ? 'is a report' : 'is no report'];
  if (!page.isReport) return [];
  return [
    ...(year === page.year ? [] : [`year ${page.year}, not ${year}`]),
    ...(organ === page.organ ? [] : [`organ ${page.organ}, not ${organ}`]),
    ...claims
      .filter(({ state }) => state !== 'compared')
      .map(({ wanted, kind, state }) => `${state}: ${wanted.value} ${wanted.wording} [${kind}]`),
    ...alarms.map(({ code, span }) => `false ${code}: ${page.text.slice(span.start - 20, span.end + 10)}`),
  ];
}

if (missing) console.log(`nothing to measure${missing}`);
else main();
