import type { JobContext } from "../../platform/job.js";
import type { PersonalData } from "../../platform/people/personal-data.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { keepSealed, lockSealed, sealedPlace } from "./webhook.store.js";

/** Seals addresses and secrets anew that stand under a key which is on its way out. */
export async function resealWebhooks({ database, personalData }: JobContext): Promise<Readonly<Record<"resealed", number>>> {
  return transaction(database, WORKER, async (tx) => {
    let resealed = 0;
    for (const { id, url, secret, former_secret: former } of await lockSealed(tx)) {
      if ([url, secret, former].every((sealed) => sealed === null || personalData.isCurrent(sealed))) continue;
      const anew = (sealed: Buffer, column: Parameters<typeof sealedPlace>[0]): Buffer => sealedAnew(personalData, sealed, column, id);
      await keepSealed(tx, id, anew(url, "url"), anew(secret, "secret"), former && anew(former, "former_secret"));
      resealed += 1;
    }
    return { resealed };
  });
}

function sealedAnew(keys: PersonalData, sealed: Buffer, column: Parameters<typeof sealedPlace>[0], id: string): Buffer {
  const place = sealedPlace(column, id);
  return keys.encrypt(keys.decrypt(sealed, place), place);
}
