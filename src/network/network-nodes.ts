/** How the records of the network behind a global id are fetched; all of them are public. */
import type { Context } from "../gateway/api/context.js";
import { organisationView, practitionerView } from "./clinic.type.js";
import { organisationsBy, practitionerById } from "./search/directory.store.js";
import { seesRates } from "./search/find-providers.js";
import { listingById } from "./search/find-providers.store.js";
import { listedOf } from "./search/listed.js";
import { providerViews } from "./search/provider.type.js";
import { readReference } from "./reference.store.js";

export async function providerNode(id: string, ctx: Context): Promise<object | null> {
  const found = await listingById(ctx.database, id);
  if (!found) return null;
  const [listed] = await listedOf(ctx.database, [found]);
  if (!listed) return null;
  const { serviceByBit } = await readReference(ctx.database);
  return providerViews({ serviceOf: (bit) => serviceByBit.get(bit)?.code ?? "", claim: null, seesRates: seesRates(ctx) })(found, listed);
}

export async function practitionerNode(id: string, { database }: Context): Promise<object | null> {
  const found = await practitionerById(database, id);
  return found && practitionerView(found);
}

export async function organisationNode(id: string, { database }: Context): Promise<object | null> {
  const [found] = await organisationsBy(database, [id]);
  return found ? organisationView(found) : null;
}
