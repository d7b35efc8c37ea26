/** What of a clinic is not on its card: read when asked for, once for all clinics of an answer. */
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { costs } from "../gateway/admission/cost.js";
import { loader, type Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { invariant } from "../kernel/invariant.js";
import { ClinicType, OrganisationType, organisationView, PractitionerType, practitionerView, type ClinicCard } from "./clinic.type.js";
import { offersOf, organisationsBy, practitionersAt } from "./search/directory.store.js";
import { readReference } from "./reference.store.js";
import { ServiceType, serviceView } from "../vocabulary/service.type.js";

const ORGANISATIONS = Symbol("organisations");
const PRACTITIONERS = Symbol("practitioners of clinics");
const OFFERS = Symbol("services of clinics");

/** Rows by the clinic they belong to, in the order of the keys. */
function perClinic<R extends { readonly clinicId: string }>(clinicIds: readonly string[], rows: readonly R[]): R[][] {
  const by = new Map<string, R[]>(clinicIds.map((id) => [id, []]));
  for (const row of rows) by.get(row.clinicId)?.push(row);
  return clinicIds.map((id) => by.get(id) ?? []);
}

@Resolver(() => ClinicType)
export class ClinicFields {
  @visibleTo("PUBLIC")
  @FieldResolver(() => OrganisationType, { description: "The company that runs it." })
  async organisation(@Root() { providerId }: ClinicCard, @Ctx() ctx: Context): Promise<OrganisationType> {
    const organisations = loader(ctx, ORGANISATIONS, ({ database }) => {
      return new DataLoader(async (ids: readonly string[]) => {
        const by = new Map((await organisationsBy(database, ids)).map((row) => [row.id, row]));
        return ids.map((id) => by.get(id) ?? null);
      });
    });
    const found = await organisations.load(providerId);
    invariant(found !== null, "a clinic belongs to a provider");
    return organisationView(found);
  }

  @visibleTo("PUBLIC")
  @costs({ size: 8 })
  @FieldResolver(() => [PractitionerType], { description: "Who treats members there, by name." })
  async practitioners(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context): Promise<PractitionerType[]> {
    const practitioners = loader(ctx, PRACTITIONERS, ({ database }) => {
      return new DataLoader(async (ids: readonly string[]) => perClinic(ids, await practitionersAt(database, ids)));
    });
    return (await practitioners.load(clinicId)).map(practitionerView);
  }

  @visibleTo("PUBLIC")
  @FieldResolver(() => [ServiceType], { description: "Treatments offered there." })
  async services(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context): Promise<ServiceType[]> {
    const offers = loader(ctx, OFFERS, ({ database }) => {
      return new DataLoader(async (ids: readonly string[]) => perClinic(ids, await offersOf(database, ids)));
    });
    const { serviceByBit } = await readReference(ctx.database);
    return (await offers.load(clinicId)).flatMap(({ serviceBit }) => {
      const service = serviceByBit.get(serviceBit);
      return service ? [serviceView(service.code)] : [];
    });
  }
}
