export function rulePages(root: string): string;
