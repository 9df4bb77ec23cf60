import type { Diagnostic } from './json-format.ts';

/** A finding, and those that it explains: they go when it is put right. */
export interface Group {
  readonly finding: Diagnostic;
  readonly consequences: readonly Diagnostic[];
}

/** Puts sums that fail for one wrong cell under the finding on that cell; every other finding stands by itself. */
export function groupsByCause(diagnostics: readonly Diagnostic[]): readonly Group[] {
  const causes = new Map<string, Diagnostic>();
  for (const found of diagnostics) {
    const { data, severity } = found;
    const key = data && severity === 1 ? keyOf(data.table, data) : undefined;
    if (key !== undefined && !causes.has(key)) causes.set(key, found);
  }
  const consequences = new Map<Diagnostic, Diagnostic[]>();
  for (const found of diagnostics) {
    const cause = found.severity === 3 ? causes.get(keyOf(found.data?.table, found.data?.suspect) ?? '') : undefined;
    if (cause) consequences.set(cause, [...(consequences.get(cause) ?? []), found]);
  }
  const explained = new Set([...consequences.values()].flat());
  return diagnostics
    .filter((found) => !explained.has(found))
    .map((finding) => ({ finding, consequences: consequences.get(finding) ?? [] }));
}

function keyOf(table: number | undefined, place: { row?: string; column?: string } | undefined): string | undefined {
  if (table === undefined || place?.column === undefined) return undefined;
  return `${table}\0${place.row ?? ''}\0${place.column}`;
}
