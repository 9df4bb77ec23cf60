import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Fix,
  Invocation,
  Location,
  Notification,
  Region,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
  ToolComponent,
} from 'sarif';
import { displayName as nameEn } from '../../../package.nls.json';
import { displayName as nameZh } from '../../../package.nls.zh-cn.json';
import type { Severity } from '../checks/finding.ts';
import { severityOf } from '../features/diagnostics.ts';
import { sarifText } from '../text/foreign.ts';
import type { Range } from '../text/position.ts';
import type { Diagnostic, FixJson, ReportJson } from './json-format.ts';
import type { Locale } from './locale.ts';
import { noticeText, skipText } from './notices.ts';
import { pathFrom } from './projects.ts';
import { type ExitCode, isFailure } from './result.ts';
import type { RuleText } from './rule-texts.ts';
import type { Skipped, Source } from './source.ts';

/** The shapes of SARIF 2.1.0 (OASIS Standard, 27 March 2020); they are written out one by one by sarif-format.ts. */

/** What paths are relative to; the name is the one that code scanning expects. */
const ROOT = '%SRCROOT%';

export const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** What stands in a run beside its results; `newlineSequences` are the line ends that lines were counted by. */
export function runHead(rules: readonly RuleText[], version: string, folder: string, locale: Locale) {
  const root = pathToFileURL(folder).href;
  return {
    tool: { driver: driver(rules, version, locale) },
    language: LANGUAGES[locale],
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [ROOT]: { uri: root.endsWith('/') ? root : `${root}/` } },
  } as const;
}

const LANGUAGES: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en-US' };
const NAMES: Readonly<Record<Locale, string>> = { zh: nameZh, en: nameEn };

function driver(rules: readonly RuleText[], version: string, locale: Locale): ToolComponent {
  return {
    name: 'zfxxgk',
    fullName: NAMES[locale],
    version,
    language: LANGUAGES[locale],
    rules: rules.map(descriptor),
  };
}

function descriptor({ code, title, severity, trigger, remedy, page }: RuleText): ReportingDescriptor {
  const help = [trigger, remedy].filter((part) => part !== undefined).join('\n\n') || title;
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: title },
    fullDescription: { text: trigger ?? title },
    help: { text: help, markdown: help },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

/** SARIF wants a name that is no repetition of the id, and that people can read: `RowTotal`. */
const pascalCase = (code: string) => code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const LEVELS: Readonly<Record<Severity, NonNullable<ReportingConfiguration['level']>>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Which rule stands where in the driver's list. */
export type RuleIndex = ReadonlyMap<string, number>;

export function resultOf(source: Source, report: ReportJson<Diagnostic>, found: Diagnostic, rules: RuleIndex): Result {
  const { code, severity, message, range, relatedInformation = [], fingerprint = '', fixes = [] } = found;
  const { agency, year } = report;
  const artifact = artifactOf(source);
  const ruleIndex = rules.get(code);
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severityOf(severity)],
    message: { text: sarifText(message) },
    locations: [locationOf(artifact, range)],
    ...(relatedInformation.length > 0
      ? {
          relatedLocations: relatedInformation.map((related, id) => ({
            id,
            ...locationOf(artifactOf(related.location), related.location.range),
            message: { text: sarifText(related.message) },
          })),
        }
      : {}),
    partialFingerprints: { 'zfxxgkFinding/v1': fingerprint },
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(artifact, fix)) } : {}),
    properties: { agency, year, ...found.data },
  };
}

/** Relative to the folder of the run, where it lies below that; each part of the path is encoded by itself. */
function artifactOf(source: Pick<Source, 'uri'>): ArtifactLocation {
  const path = pathFrom('.', source);
  if (path === undefined || path.startsWith('../') || /^(?:[a-z]:)?\//i.test(path)) return { uri: source.uri };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function locationOf(artifactLocation: ArtifactLocation, range: Range): Location {
  return { physicalLocation: { artifactLocation, region: regionOf(range) } };
}

/** Counted from 1; the end is exclusive, as in LSP. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fixOf(artifactLocation: ArtifactLocation, { title, edits }: FixJson): Fix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return { description: { text: sarifText(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** A file that was not checked. */
export function notificationOf(skipped: Skipped, locale: Locale): Notification {
  const { source, reason } = skipped;
  const level = isFailure(skipped) ? 'error' : reason === 'too-large' || reason === 'binary' ? 'warning' : 'note';
  return {
    descriptor: { id: reason },
    level,
    message: { text: sarifText(noticeText(skipped, locale) ?? skipText(skipped, locale)) },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(source) } }],
  };
}

export function invocationOf(exitCode: ExitCode, notifications: Notification[]): Invocation {
  return { executionSuccessful: exitCode !== 2, exitCode, toolExecutionNotifications: notifications };
}
