import { type Diagnostic, languages, type Uri } from 'vscode';

/** Our findings of a file, the gravest first, then by their place. */
export function findingsIn(uri: Uri): Diagnostic[] {
  const found = languages.getDiagnostics(uri).filter(({ source }) => source === 'zfxxgk');
  return found.sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
}
