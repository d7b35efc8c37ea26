/** Turns a suite with decided deviations into an exact statement: each named test must fail, and every other must pass. */
import { TestEnvironment } from "jest-environment-node";

export default class Deviations extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.decided = new Set();
    this.global.decideDeviations = (names) => names.forEach((name) => this.decided.add(name));
  }

  handleTestEvent({ name, test }) {
    if (name === "run_finish" && this.decided.size > 0) throw new Error(`no such tests: ${[...this.decided].join(", ")}`);
    if (name !== "test_done" || test.mode === "skip") return;
    if (!this.decided.delete(nameOf(test))) return;
    if (test.errors.length > 0) {
      test.errors.length = 0;
      // a snapshot that was not met fails a run even when its test does not
      const { snapshotState } = this.global[Symbol.for("$$jest-matchers-object")]?.state ?? {};
      if (snapshotState) snapshotState.unmatched = 0;
    } else test.errors.push(new Error("this deviation is over: take it from the list"));
  }
}

function nameOf(test) {
  const names = [];
  for (let at = test; at.parent; at = at.parent) names.unshift(at.name);
  return names.join(" > ");
}
