export type RuleId = string;
export const clauseOf = (rule: RuleId): string => rule;
