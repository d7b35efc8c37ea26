/** An attended treatment of a clinic of its own, payable now, with the rate that applied to it. */
import type { MadeClinic } from "../../support/make.js";
import { attend, type Attended } from "../../settlement/attended.js";
import type { Desk } from "../desk.js";

export async function payable({ app }: Desk): Promise<Attended & { readonly clinic: MadeClinic }> {
  const clinic = await app.make.clinic();
  const [line] = await attend(app, clinic);
  if (!line) throw new Error("nothing was attended");
  // written as the owner, past the rule that a booking's rate is never changed
  await app.rows(
    `begin; set local session_replication_role = replica;
     update booking set rate_id = (select id from agreed_rate where clinic_id = booking.clinic_id limit 1) where clinic_id = '${clinic.id}';
     commit`,
  );
  return { ...line, clinic };
}
