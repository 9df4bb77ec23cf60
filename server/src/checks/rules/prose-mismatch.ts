import type { Rule } from '../finding.ts';

/** A number claimed in the prose differs from its table, and it is certain what the prose means. */
export const proseMismatch: Rule = {
  codes: ['prose-mismatch'],
  find: ({ text }, _identities, { comparisons }) =>
    comparisons
      .filter(({ outcome }) => outcome === 'unequal')
      .map((comparison) => {
        const { span } = comparison.claim;
        const written = text.slice(span.start, span.end);
        return { code: 'prose-mismatch', severity: 'warning', span, comparison, written };
      }),
};
