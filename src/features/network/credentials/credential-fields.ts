/** What entitles the parts of the network, and how they changed, found on the parts themselves. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ClinicType, OrganisationType, PractitionerType } from "../clinic.type.js";
import { changesOf, credentialsOf } from "./credential.store.js";
import { changeView, CredentialType, credentialView, NetworkChangeConnection, type NetworkChangeType } from "./credential.type.js";

type Part = "Organisation" | "Clinic" | "Practitioner";

async function credentials(ctx: Context, of: Part, id: string): Promise<CredentialType[]> {
  const rows = await rowsOf(ctx, idOf(of, id), { key: ["credentials"], read: (tx, parts) => credentialsOf(tx, parts) });
  return rows.map(credentialView);
}

const LIST = "changes";

async function changes(ctx: Context, of: Part, id: string, page: PageArgs): Promise<Connection<NetworkChangeType>> {
  const first = pageSize(page.first);
  const after = page.after == null ? null : String(decodeCursor(LIST, ["uuid"], page.after)[0]);
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: [LIST, after, first],
    read: (tx, parts) => changesOf(tx, parts, after, first + 1),
  });
  return connection(rows, first, (row) => encodeCursor(LIST, [row.id]), changeView);
}

const FACTS = { description: "What entitles it and what suspends or ends it, the latest first. A clinic sees its own only." };
const HISTORY = { description: "What was changed in it, the latest first." };

@Resolver(() => OrganisationType)
export class OrganisationCredentials {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @costs({ size: 4 })
  @FieldResolver(() => [CredentialType], FACTS)
  credentials(@Root() { id }: OrganisationType, @Ctx() ctx: Context): Promise<CredentialType[]> {
    return credentials(ctx, "Organisation", id);
  }

  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
  @FieldResolver(() => NetworkChangeConnection, HISTORY)
  changes(
    @Root() { id }: OrganisationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<NetworkChangeType>> {
    return changes(ctx, "Organisation", id, page);
  }
}

@Resolver(() => ClinicType)
export class ClinicCredentials {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @costs({ size: 4 })
  @FieldResolver(() => [CredentialType], FACTS)
  credentials(@Root() { id }: ClinicType, @Ctx() ctx: Context): Promise<CredentialType[]> {
    return credentials(ctx, "Clinic", id);
  }

  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
  @FieldResolver(() => NetworkChangeConnection, HISTORY)
  changes(@Root() { id }: ClinicType, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<NetworkChangeType>> {
    return changes(ctx, "Clinic", id, page);
  }
}

@Resolver(() => PractitionerType)
export class PractitionerCredentials {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @costs({ size: 4 })
  @FieldResolver(() => [CredentialType], FACTS)
  credentials(@Root() { id }: PractitionerType, @Ctx() ctx: Context): Promise<CredentialType[]> {
    return credentials(ctx, "Practitioner", id);
  }

  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
  @FieldResolver(() => NetworkChangeConnection, HISTORY)
  changes(
    @Root() { id }: PractitionerType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<NetworkChangeType>> {
    return changes(ctx, "Practitioner", id, page);
  }
}
