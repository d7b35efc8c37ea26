/** Finance pays members what their own bills came to; who they are and what it was for is not shown. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { personalData } from "../../../src/platform/people/personal-data.js";
import { globalId, startApp, type TestApp } from "../../support/app.js";
import { dayIn } from "../../support/make.js";
import { violations } from "../browser.js";
import { FINANCE, type Desk } from "../desk.js";

const DECIDE = "mutation ($input: DecideReimbursementInput!) { decideReimbursement(input: $input) { errors { code } } }";

export function payoutJourneys(desk: () => Desk): void {
  const outbox = mkdtempSync(path.join(tmpdir(), "desk-payouts-"));
  const key = (): string => `k1:${randomBytes(32).toString("base64")}`;
  const [sealing, indexing] = [key(), key()];
  let paying: TestApp;
  beforeAll(async () => {
    const env = {
      ...{ CPR_KEY: sealing, CPR_INDEX_KEY: indexing, PAYMENT_NEMKONTO: "NKS", PAYMENT_NEMKONTO_MEMBERS: "true" },
      ...{ PAYMENT_OUTBOX_DIR: outbox, PAYMENT_RECEIPT_KEY: randomBytes(32).toString("base64") },
    };
    paying = await startApp(env, desk().app.fresh);
  }, 120_000);
  afterAll(async () => {
    await paying.stop();
    rmSync(outbox, { recursive: true, force: true });
  });

  it("gathers what members are owed once, says who has to wait, and shows nobody's name or treatment", async () => {
    const { browser } = desk();
    const row = { mode: "OWN_CHOICE", guarantee_outcome: "NONE", guarantee_class: "NONE" };
    for (const cpr of ["0101901234", null]) {
      const member = await paying.make.member({ row: { given_names: "Anna Test", family_name: "Skjult" } });
      const sealed = cpr && personalData(sealing, indexing).encrypt(cpr, { table: "member", column: "cpr_encrypted", rowId: member.id });
      if (sealed) await paying.rows("update member set cpr_encrypted = $2 where id = $1", [member.id, sealed]);
      const claim = await paying.make.claim(member, { row });
      const bill = { treatedOn: dayIn(0), lastTreatmentOn: dayIn(0), receivedOn: dayIn(0), feeMinor: "60000", reference: `bill-${cpr}` };
      const { data } = await paying.asHealthTeam()(DECIDE, {
        input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), ...bill },
      });
      expect(data.decideReimbursement.errors).toEqual([]);
    }
    const { page, complaints } = await browser.open(paying, FINANCE, "DESK");
    await page.goto("/finance");
    await page.getByText("Skyldes medlemmerne").waitFor();
    await page.getByRole("button", { name: "Udbetal til medlemmer" }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Luk, og lad en anden godkende" }).dblclick();
    await page.getByText(/^1 medlem får penge for 1 regning: /).waitFor();
    await page.getByText("1 medlem har intet CPR-nummer hos os og venter.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await paying.rows("select count(*)::int as n from settlement_batch where pays = 'MEMBERS'")).toEqual([{ n: 1 }]);
    await page.getByRole("link", { name: "Åbn batchet" }).click();
    await page.getByText("NemKonto", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Et medlem" }).click();
    await page.getByText("Sundhedsteamet kan se dem hos medlemmet.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator("body").textContent()).not.toContain("Skjult");
    expect(complaints).toEqual([]);
  }, 120_000);
}
