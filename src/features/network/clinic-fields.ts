/** What of a clinic, a practitioner and a company is not on its card: read when asked for, once for all of an answer. */
import DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import { costs } from "../../gateway/admission/cost.js";
import { loader, type Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf, readId } from "../../gateway/api/node.js";
import { nodeOf } from "../../gateway/api/nodes.js";
import { connection, type Connection } from "../../gateway/api/paging/connection.js";
import { byParent, type Hanging } from "../../gateway/api/paging/list-of.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { present } from "../../kernel/invariant.js";
import type { Database } from "../../platform/postgres/database.js";
import {
  ClinicConnection,
  ClinicType,
  OrganisationType,
  PractitionerType,
  practitionerView,
  readCard,
  type ClinicCard,
} from "./clinic.type.js";
import { fetchClinics } from "./network-nodes.js";
import { offersOf, practitionersAt } from "./search/directory.store.js";
import { clinicsOf, providersOfClinics, servicesOfPractitioners, type ClinicParent } from "./search/directory-of.store.js";
import { ProviderType } from "./search/provider.type.js";
import { readReference } from "./reference.store.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";

/** Rows of the directory that hang on a record, for all such records of an answer in one statement. */
function directoryRows<R extends Hanging>(
  ctx: Context,
  key: readonly unknown[],
  parent: string,
  read: (database: Database, parents: readonly string[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  return loader<string, readonly R[]>(ctx, JSON.stringify(key), ({ database }) => {
    return new DataLoader(async (parents) => byParent(parents, await read(database, parents)));
  }).load(parent);
}

async function practitionersOf(ctx: Context, clinicId: string): Promise<PractitionerType[]> {
  const rows = await directoryRows(ctx, ["practitioners"], clinicId, async (database, ids) =>
    (await practitionersAt(database, ids)).map((row) => ({ ...row, parent: row.clinicId })),
  );
  return rows.map(practitionerView);
}

@Resolver(() => ClinicType)
export class ClinicFields {
  @visibleTo("PUBLIC")
  @FieldResolver(() => OrganisationType, { description: "The company that runs it." })
  async organisation(@Root() { providerId }: ClinicCard, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<OrganisationType> {
    return present((await nodeOf(ctx, info, "Organisation", providerId)) as OrganisationType | null, "a clinic belongs to a provider");
  }

  @visibleTo("PUBLIC")
  @costs({ size: 8 })
  @FieldResolver(() => [PractitionerType], { description: "Who treats members there, by name." })
  practitioners(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context): Promise<PractitionerType[]> {
    return practitionersOf(ctx, clinicId);
  }

  @visibleTo("PUBLIC")
  @FieldResolver(() => [ServiceType], { description: "Treatments offered there." })
  async services(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context): Promise<ServiceType[]> {
    const rows = await directoryRows(ctx, ["offers"], clinicId, async (database, ids) =>
      (await offersOf(database, ids)).map((row) => ({ ...row, parent: row.clinicId })),
    );
    const { serviceByBit } = await readReference(ctx.database);
    return rows.flatMap(({ serviceBit }) => {
      const service = serviceByBit.get(serviceBit);
      return service ? [serviceView(service.code)] : [];
    });
  }

  @visibleTo("PUBLIC")
  @FieldResolver(() => [ProviderType], { description: "The clinic seen for each treatment that members can find it for." })
  async providers(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<ProviderType[]> {
    const rows = await directoryRows(ctx, ["providers"], clinicId, providersOfClinics);
    const found = await Promise.all(rows.map(({ id }) => nodeOf(ctx, info, "Provider", id) as Promise<ProviderType | null>));
    return found.filter((each) => each !== null);
  }
}

@Resolver(() => ProviderType)
export class ProviderFields {
  @visibleTo("PUBLIC")
  @FieldResolver(() => OrganisationType, { description: "The company that runs the clinic." })
  async organisation(@Root() { clinic }: ProviderType, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<OrganisationType> {
    const { providerId } = clinic as ClinicCard;
    return present((await nodeOf(ctx, info, "Organisation", providerId)) as OrganisationType | null, "a clinic belongs to a provider");
  }

  @visibleTo("PUBLIC")
  @costs({ size: 8 })
  @FieldResolver(() => [PractitionerType], { description: "Who treats members at the clinic, by name." })
  practitioners(@Root() { clinic }: ProviderType, @Ctx() ctx: Context): Promise<PractitionerType[]> {
    return practitionersOf(ctx, (clinic as ClinicCard).clinicId);
  }
}

@Resolver(() => PractitionerType)
export class PractitionerFields {
  @visibleTo("PUBLIC")
  @FieldResolver(() => ClinicConnection, { description: "Where they treat members, in the order of the names." })
  clinics(
    @Root() practitioner: PractitionerType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClinicType>> {
    return clinicsPage(ctx, "Practitioner", practitioner.id, page);
  }

  @visibleTo("PUBLIC")
  @FieldResolver(() => [ServiceType], { description: "Treatments offered where they work." })
  async services(@Root() practitioner: PractitionerType, @Ctx() ctx: Context): Promise<ServiceType[]> {
    const rows = await directoryRows(ctx, ["services of"], idOf("Practitioner", practitioner.id), servicesOfPractitioners);
    return rows.map(({ code }) => serviceView(code));
  }
}

/** As many clinics as a page lists to choose among: asked for both, they are one statement. */
const LISTED = 20;

@Resolver(() => OrganisationType)
export class OrganisationFields {
  @visibleTo("PUBLIC")
  @FieldResolver(() => ClinicConnection, { description: "Its clinics, in the order of their names." })
  clinics(
    @Root() organisation: OrganisationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClinicType>> {
    return clinicsPage(ctx, "Organisation", organisation.id, page);
  }

  @visibleTo("PUBLIC")
  @FieldResolver(() => ClinicType, {
    nullable: true,
    description: "One of its clinics, for a page that begins with one: null where it has none, or not that one.",
  })
  async clinic(
    @Root() organisation: OrganisationType,
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { nullable: true, description: "The clinic; left out, the first by name." }) id?: string | null,
  ): Promise<ClinicType | null> {
    // read with the list that a page shows beside it
    if (id == null) return (await clinicsPage(ctx, "Organisation", organisation.id, { first: LISTED })).edges[0]?.node ?? null;
    const decoded = readId(id);
    const found = decoded?.type === "Clinic" ? (await fetchClinics([decoded.uuid], ctx)).get(decoded.uuid) : undefined;
    return found && (found as ClinicCard).providerId === idOf("Organisation", organisation.id) ? found : null;
  }
}

async function clinicsPage(ctx: Context, of: ClinicParent, id: string, { first, after = null }: PageArgs): Promise<Connection<ClinicType>> {
  const size = pageSize(first);
  const list = `clinics of ${of}`;
  const [name, clinic] = after === null ? [] : decodeCursor(list, ["string", "uuid"], after).map(String);
  const place = name === undefined || clinic === undefined ? null : { name, id: clinic };
  const rows = await directoryRows(ctx, [list, after, size], idOf(of, id), (database, parents) =>
    clinicsOf(database, of, parents, place, size + 1),
  );
  return connection(
    rows,
    size,
    (row) => encodeCursor(list, [row.name, row.id]),
    ({ card }) => readCard(card),
  );
}
