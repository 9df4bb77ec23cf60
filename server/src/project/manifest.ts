import type { Locale } from '../checks/finding.ts';
import { RULES } from '../checks/rules/index.ts';
import { SEVERITIES } from './schema.ts';

/** What package.json and its texts say of the rules. `npm run schema` writes it there. */

/** The properties of the setting `zfxxgk.rules`. */
export function ruleSettings(): Readonly<Record<string, object>> {
  const common = {
    type: 'string',
    enum: SEVERITIES,
    enumDescriptions: SEVERITIES.map((severity) => `%config.severity.${severity}%`),
  };
  return Object.fromEntries(
    RULES.map(({ code, severity, offByDefault }) => [
      code,
      { ...common, default: offByDefault ? 'off' : severity, description: `%config.rules.${code}%` },
    ]),
  );
}

/** The texts that these settings name. */
export function ruleTitles(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(RULES.map(({ code, title }) => [`config.rules.${code}`, title[locale]]));
}
