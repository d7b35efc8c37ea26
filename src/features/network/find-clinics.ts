import { MaxLength } from "class-validator";
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";
import type { Service } from "../../rules/codes.js";
import { badInput } from "../../gateway/api/bad-input.js";
import { connection, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf, readId } from "../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { isUuid } from "../../kernel/id.js";
import { ClinicConnection, ClinicType, readCard } from "./clinic.type.js";
import { fetchClinics } from "./network-nodes.js";
import { clinicsBy, type ClinicFilter } from "./search/directory.store.js";
import type { ProviderKindCode } from "./kinds/index.js";
import { readReference } from "./reference.store.js";
import { PostalCode } from "../../gateway/api/scalars.js";
import { ServiceCodeEnum } from "../../vocabulary/rules.type.js";
import { ProviderKindEnum, RegionEnum } from "./network-enums.type.js";

@ArgsType()
export class ClinicsArgs extends PageArgs {
  @Field(() => RegionEnum, { nullable: true, description: "Only clinics in this region." })
  region?: string | null;
  @Field(() => PostalCode, { nullable: true, description: "Only clinics in this postal code." })
  postalCode?: string | null;
  @Field(() => ProviderKindEnum, { nullable: true, description: "Only clinics of providers of this kind." })
  kind?: ProviderKindCode | null;
  @Field(() => ServiceCodeEnum, { nullable: true, description: "Only clinics that offer this treatment." })
  service?: Service | null;
  @Field(() => ID, { nullable: true, description: "Only clinics of this organisation, e.g. one's own." })
  organisationId?: string | null;
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "Only clinics with this in their name or the town's, in any case." })
  name?: string | null;
}

const ORDER = "clinics";

@Resolver()
export class FindClinics {
  @visibleTo("PUBLIC")
  @Query(() => ClinicType, { nullable: true, description: "One clinic of the network; null when there is none with this id." })
  async clinic(@Arg("id", () => ID, { description: "The clinic." }) id: string, @Ctx() ctx: Context): Promise<ClinicType | null> {
    const decoded = readId(id);
    return decoded?.type === "Clinic" ? ((await fetchClinics([decoded.uuid], ctx)).get(decoded.uuid) ?? null) : null;
  }

  @visibleTo("PUBLIC")
  @Query(() => ClinicConnection, { description: "Clinics of the network in the order of their names, whether or not they have openings." })
  async clinics(@Args(() => ClinicsArgs) args: ClinicsArgs, @Ctx() ctx: Context): Promise<Connection<ClinicType>> {
    const first = pageSize(args.first);
    const { serviceBy } = await readReference(ctx.database);
    const service = args.service == null ? null : serviceBy.get(args.service);
    if (service === undefined) throw badInput("There is no such service.", ["service"]);
    const { region: regionCode = null, postalCode = null, kind = null } = args;
    const organisationId = args.organisationId == null ? null : idOf("Organisation", args.organisationId, ["organisationId"]);
    const filter = {
      organisationId,
      name: args.name?.trim() || null,
      regionCode,
      postalCode,
      kind,
      serviceBit: service?.bit ?? null,
      after: placeOf(args.after),
      limit: first + 1,
    };
    const rows = await clinicsBy(ctx.database, filter);
    return connection(
      rows,
      first,
      ({ name, id }) => encodeCursor(ORDER, [name, id]),
      ({ card }) => readCard(card),
    );
  }
}

function placeOf(after: string | null | undefined): ClinicFilter["after"] {
  if (!after) return null;
  const [name, id] = decodeCursor(ORDER, ["string", "string"], after).map(String);
  if (name === undefined || id === undefined || !isUuid(id)) throw badInput("This cursor belongs to no page of this list.", ["after"]);
  return { name, id };
}
