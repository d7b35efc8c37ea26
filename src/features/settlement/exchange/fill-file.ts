/** The bytes of a file that pays members: names and civil registration numbers are read here, written down as read, and kept nowhere. */
import { present } from "../../../kernel/invariant.js";
import type { PersonalData } from "../../../platform/people/personal-data.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { WORKER } from "../../../platform/viewer.js";
import { personsToPay } from "../../members/civil-number/civil-number.store.js";
import { channelNamed } from "../channels/index.js";
import { filledOrder, type PaidPerson } from "../payments/filled-order.js";
import { writeChecked } from "../payments/written-file.js";
import { membersOfFile, type UndeliveredFile } from "./exchange.store.js";

const OUTBOX = { ...WORKER, subject: "payment-outbox" };

/** A line in the trail for each member, in the transaction that reads the numbers. */
export async function filledFile(tx: Tx, personal: PersonalData, file: UndeliveredFile): Promise<string> {
  const paid = await membersOfFile(tx, file);
  const persons = await personsToPay(tx, personal, [...new Set(paid.map(({ memberId }) => memberId))]);
  const people = new Map<string, PaidPerson>(
    paid.flatMap(({ endToEndId, memberId }) => {
      const person = persons.get(memberId);
      return person ? [[endToEndId, person]] : [];
    }),
  );
  await write(tx, {
    audit_event: paid.map(({ id, memberId }) =>
      auditRow(OUTBOX, file.file_name, {
        operation: "sendPaymentFile",
        memberId,
        object: "SettlementPayment",
        objectId: id,
        fields: ["name", "civilNumber"],
        outcome: "ALLOWED",
        purpose: "SETTLEMENT",
      }),
    ),
  });
  const channel = present(channelNamed(file.channel), "a file was written in a form that is known");
  return writeChecked(channel, filledOrder(file.content, people));
}
