import type { Diagnostic } from './json-format.ts';
import type { Locale } from './locale.ts';
import type { Colors } from './terminal.ts';

interface Look {
  readonly word: string;
  readonly paint: keyof Colors;
}

const LOOKS: Readonly<Record<Locale, Readonly<Record<Diagnostic['severity'], Look>>>> = {
  zh: {
    1: { word: '错误', paint: 'red' },
    2: { word: '警告', paint: 'yellow' },
    3: { word: '信息', paint: 'cyan' },
    4: { word: '提示', paint: 'cyan' },
  },
  en: {
    1: { word: 'error', paint: 'red' },
    2: { word: 'warning', paint: 'yellow' },
    3: { word: 'information', paint: 'cyan' },
    4: { word: 'hint', paint: 'cyan' },
  },
};

/** How a severity, as LSP counts it, is shown: `错误` in red. */
export function severityLook(severity: Diagnostic['severity'], locale: Locale): Look {
  return LOOKS[locale][severity];
}
