import { Field, InputType } from "type-graphql";
import { said } from "../../kernel/said.js";
import type { ClaimFlags } from "./case-file/claim-record.js";
import { LocalDate } from "../../gateway/api/scalars.js";

@InputType({ description: "Rare facts of a case, by their names in the rules. What is left out stays as it is." })
export class ClaimFlagsInput {
  @Field(() => Boolean, { nullable: true, description: "Filed with the previous insurer (MEM-PREV-INSURER-3M)." })
  previousInsurerClaim?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Initiated or planned before the cover started (MEM-PLANNED-BEFORE)." })
  plannedBeforeStart?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Another form of treatment runs and no exception was granted (CLM-ONE-FORM)." })
  otherFormActive?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Part of a public package programme (CLM-PUBLIC-PACKAGE)." })
  publicPackage?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "The public scheme of free physiotherapy applies (COV-EXCL-FREE-PHYSIO)." })
  freePhysioScheme?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Follows covered surgery (COV-REHAB)." })
  afterCoveredSurgery?: boolean | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Follow-up checks: last day of treatment, under option K the day of surgery (COV-FOLLOWUP-24M).",
  })
  lastTreatmentOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: "A psychologist of own choice has treated this claim (COV-PSYCH-CHILD-LOCK)." })
  ownChoicePsychologistStarted?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Treated for the same addiction before, relapse, or discontinued programme (COV-C-PREVIOUS).",
  })
  previousAddictionTreatment?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "The complaint keeps coming back, though it may be young this time (COV-GLAD-CONDITIONS).",
  })
  recurring?: boolean | null;
}

/** Only what was said, under the names a claim stores it by. */
export function flagsIn(input: ClaimFlagsInput | null | undefined): ClaimFlags {
  return said(input ?? {});
}
