/** No TypeScript can be loaded afterwards; packages can. */
export function doneLoading(): void;
