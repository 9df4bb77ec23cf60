import { pushTo } from '../../text/push-to.ts';
import type { Rule } from './page.ts';

/** Lines closer than this are one line drawn twice or with a slip, in points. */
const NEAR = 2.5;
/** A page with more lines than this is a drawing. */
const MOST_RULES = 20_000;

/** The lines of one table. */
export interface Frame {
  /** Where its columns and rows meet, in order. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
}

/** Joins lines that continue each other and sorts them into tables: lines that meet belong together. */
export function framesOf(rules: readonly Rule[]): Frame[] {
  if (rules.length > MOST_RULES) return [];
  const joined = [...joinAlong(rules, 'x'), ...joinAlong(rules, 'y')];
  return groups(joined).flatMap((group): Frame[] => {
    const xs = edges(group, 'y');
    const ys = edges(group, 'x');
    return xs.length > 1 && ys.length > 1 ? [{ xs, ys, rules: group }] : [];
  });
}

function joinAlong(rules: readonly Rule[], along: Rule['along']): Rule[] {
  const sorted = rules.filter((rule) => rule.along === along).sort((a, b) => a.at - b.at || a.from - b.from);
  const lines: Rule[][] = [];
  for (const rule of sorted) {
    const line = lines.at(-1);
    if (line && rule.at - (line[0] as Rule).at <= NEAR) line.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap((line) => joinLine(line.sort((a, b) => a.from - b.from)));
}

function joinLine(line: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  const at = line.reduce((sum, rule) => sum + rule.at, 0) / line.length;
  for (const { along, from, to } of line) {
    const last = joined.at(-1);
    if (last && from <= last.to + NEAR) joined[joined.length - 1] = { ...last, to: Math.max(last.to, to) };
    else joined.push({ along, at, from, to });
  }
  return joined;
}

/** Lines that meet, directly or through others. Only a line across can meet a line down. */
function groups(rules: readonly Rule[]): Rule[][] {
  const across = rules.filter(({ along }) => along === 'x');
  const down = rules.filter(({ along }) => along === 'y').sort((a, b) => a.at - b.at);
  const parent = new Map<Rule, Rule>(rules.map((rule) => [rule, rule]));
  const root = (rule: Rule): Rule => {
    let top = rule;
    while (parent.get(top) !== top) top = parent.get(top) as Rule;
    parent.set(rule, top);
    return top;
  };
  for (const one of across) {
    for (const other of down) {
      if (other.at > one.to + NEAR) break;
      if (meets(one, other)) parent.set(root(other), root(one));
    }
  }
  const found = new Map<Rule, Rule[]>();
  for (const rule of rules) {
    const top = root(rule);
    pushTo(found, top, rule);
  }
  return [...found.values()];
}

function meets(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - NEAR &&
    down.at <= across.to + NEAR &&
    across.at >= down.from - NEAR &&
    across.at <= down.to + NEAR
  );
}

/** Where the lines of one direction stand, and the ends of the others: tables are also drawn without their outer lines. */
function edges(rules: readonly Rule[], along: Rule['along']): number[] {
  const places = rules.flatMap((rule) => (rule.along === along ? [rule.at] : [rule.from, rule.to]));
  const found: number[] = [];
  for (const place of places.sort((a, b) => a - b)) {
    if (found.length === 0 || place - (found.at(-1) as number) > NEAR * 2) found.push(place);
  }
  return found;
}

/** Whether a line stands at `at` on one axis and covers `place` on the other. */
export function isRuled(rules: readonly Rule[], along: Rule['along'], at: number, place: number): boolean {
  return rules.some(
    (rule) =>
      rule.along === along &&
      Math.abs(rule.at - at) <= NEAR * 2 &&
      rule.from <= place + NEAR &&
      rule.to >= place - NEAR,
  );
}
