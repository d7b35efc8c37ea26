/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { HOUR } from "../../platform/job.js";
import { AccessLog } from "./access-log.js";
import { GrantAuthority } from "./authority/grant-authority.js";
import { ListAuthorities, fetchAuthorities } from "./authority/list-authorities.js";
import { WithdrawAuthority } from "./authority/withdraw-authority.js";
import { RecordWithdrawal } from "./withdrawal/record-withdrawal.js";
import { RevealCivilNumber } from "./civil-number/reveal-civil-number.js";
import { rotateCivilNumbers } from "./civil-number/rotate-civil-numbers.js";
import { ChangeGuardianAccess } from "./custody/change-guardian-access.js";
import { CustodyOfMember, ReadCustody } from "./custody/read-custody.js";
import { MayDo } from "./may-do.js";
import { RecordCustody } from "./custody/record-custody.js";
import { SaveMembers } from "./intake/save-members.js";
import { UploadMembers } from "./intake/upload-members.js";
import { LookUpMembers } from "./look-up/look-up-members.js";
import { RegisterMember } from "./look-up/register-member.js";
import { applyRetention } from "./erasure/apply-retention.js";
import { ApproveErasure } from "./erasure/approve-erasure.js";
import { settleJournal } from "./erasure/erase-member.js";
import { ListErasureRequests, fetchErasureRequests } from "./erasure/list-erasure-requests.js";
import { RequestErasure } from "./erasure/request-erasure.js";
import { ReadMember, fetchConsents, fetchMembers, fetchPolicies, PolicyLimits } from "./read-member.js";
import { ReadViewer } from "./read-viewer.js";

export const members: Feature = {
  resolvers: [
    AccessLog,
    ApproveErasure,
    ChangeGuardianAccess,
    GrantAuthority,
    ListAuthorities,
    ListErasureRequests,
    LookUpMembers,
    PolicyLimits,
    CustodyOfMember,
    MayDo,
    ReadCustody,
    ReadMember,
    ReadViewer,
    RecordCustody,
    RecordWithdrawal,
    RegisterMember,
    RequestErasure,
    RevealCivilNumber,
    SaveMembers,
    UploadMembers,
    WithdrawAuthority,
  ],
  nodes: {
    Authority: fetchAuthorities,
    Consent: fetchConsents,
    ErasureRequest: fetchErasureRequests,
    Member: fetchMembers,
    Policy: fetchPolicies,
  },
  jobs: [
    { name: "apply-retention", everySeconds: HOUR, by: "ONE", run: ({ database, now }) => applyRetention(database, now) },
    // each gateway its own file
    {
      name: "settle-erasure-journal",
      everySeconds: HOUR,
      by: "ALL",
      run: async ({ database, erasureJournal }) => (erasureJournal ? settleJournal(database, erasureJournal) : {}),
    },
    {
      name: "rotate-civil-numbers",
      everySeconds: HOUR,
      by: "ONE",
      run: ({ database, personalData }) => rotateCivilNumbers(database, personalData),
    },
  ],
  announced: ["approveErasure", "eraseMember", "grantAuthority", "recordWithdrawal", "withdrawAuthority"],
};
