/** A therapist's report on how a treatment goes (PRV-STATUS-REPORT): asked for by the team, answered once. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";

export const PROGRESS = ["IMPROVED", "UNCHANGED", "WORSE"] as const;
export type Progress = (typeof PROGRESS)[number];

export type AnswerAsked = { readonly writtenOn: string };
/** The report as it stands, and the days that bound its answer. */
export type ReportAsked = { readonly answeredAt: Date | null; readonly askedOn: string; readonly today: string };

export function answerRefusals(report: ReportAsked, { writtenOn }: AnswerAsked): Refusal[] {
  const path = ["input", "writtenOn"];
  return [
    ...(report.answeredAt === null ? [] : [ANSWERED]),
    ...(writtenOn > report.today
      ? [refusal("FACT_IMPOSSIBLE", "A report is not written in the future.", { path, remedy: "Give the day it was written." })]
      : []),
    ...(writtenOn < report.askedOn
      ? [
          refusal("FACT_IMPOSSIBLE", "A report is not older than what it answers.", {
            path,
            rule: "PRV-STATUS-REPORT",
            clause: "insurance conditions 2025, sections 5.6.6, 5.7",
            remedy: "Ask the therapist for one of today's treatment.",
          }),
        ]
      : []),
  ];
}

export const ANSWERED = refusal("STATUS_REPORT_ANSWERED", "This status report has been answered already.", {
  path: ["input", "statusReportId"],
  remedy: "Ask for another one.",
});
