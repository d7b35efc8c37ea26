import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Policy } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../gateway/api/relation.js";
import { CountryCode, EmailAddress, LocalDate, PhoneNumber } from "../../gateway/api/scalars.js";
import type { Viewer } from "../../platform/viewer.js";
import type { MemberSeen } from "./member.store.js";
import { PolicyOptionEnum, PolicyRoleEnum, PolicySchemeEnum, ProductEnum } from "../../vocabulary/rules.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Policy", { description: "One person's cover under one product.", implements: Node })
export class PolicyType extends Node {
  /** The policy system names policies by their ids and learns no more of them here. */
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Field(() => ID, { description: "Global id; opaque, unique across types." })
  declare id: string;
  @relation("Member", {
    nullable: true,
    description: "Whose cover it is; null where the person is not yours to see, or was erased.",
    mayBeHidden: true,
  })
  member!: Ref | null;
  @Field(() => ProductEnum, { description: "The insurance." })
  product!: Policy["product"];
  @Field(() => PolicyRoleEnum, { description: "What the person is in it." })
  role!: Policy["role"];
  @Field(() => PolicySchemeEnum, { description: "How it came about." })
  scheme!: Policy["scheme"];
  @Field(() => LocalDate, { description: "First day of cover." })
  coverStart!: string;
  @Field(() => LocalDate, { nullable: true, description: "Last day of cover; null while open." })
  coverEnd!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Earlier start carried over by direct transfer (MEM-WAIT-SENIORITY); null for none.",
  })
  seniorityFrom!: string | null;
  @Field(() => [PolicyOptionEnum], { description: "What it has beside the base cover (MEM-OPTIONAL-COVER)." })
  options!: Policy["optional"];
  @Field(() => Boolean, { description: "Right lost through non-payment (MEM-UNPAID)." })
  suspended!: boolean;
  @Field(() => Boolean, { description: "Member of Sygeforsikringen 'danmark', whose subsidy the insurer sets off (PRC-DANMARK)." })
  danmarkMember!: boolean;
  @Field(() => Boolean, {
    description: "False while only the health team was told of it: a claim is approved once the policy system confirms it.",
  })
  confirmed!: boolean;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Member", {
  description: "An insured person. Clinics never see this type: they see the patient of their own bookings.",
  implements: Node,
})
export class MemberType extends Node {
  /** The claims system names members by their ids and learns no more of them here. */
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Field(() => ID, { description: "Global id; opaque, unique across types." })
  declare id: string;
  @Field(() => String, { description: "Given names and family name." })
  name!: string;
  @Field(() => Int, { description: "Year of birth." })
  birthYear!: number;
  @Field(() => LocalDate, { description: "Birth date; ages of the rules are counted from it (GEN-AGE)." })
  birthDate!: string;
  @Field(() => String, { description: "Civil registration number with its last four digits hidden, e.g. 170580-XXXX." })
  civilNumberMasked!: string;
  @Field(() => Boolean, { description: "The address is protected; it is never shown to a clinic, nor to a guardian through the child." })
  protectedAddress!: boolean;
  @Field(() => PhoneNumber, { nullable: true, description: "Telephone; null where none is known." })
  phone!: string | null;
  @Field(() => EmailAddress, { nullable: true, description: "E-mail; null where none is known." })
  email!: string | null;
  @Field(() => CountryCode, { description: "Country of residence." })
  residence!: string;
  /** Not a field: what `address` is made from. */
  home!: { readonly line: string | null; readonly postalCode: string } | null;
}

export function policyView(policy: Policy): PolicyType {
  return {
    id: globalId("Policy", policy.id),
    member: ref("Member", policy.memberId),
    product: policy.product,
    role: policy.role,
    scheme: policy.scheme,
    coverStart: policy.coverStart,
    coverEnd: policy.coverEnd,
    seniorityFrom: policy.seniorityFrom,
    options: policy.optional,
    suspended: policy.suspended,
    danmarkMember: policy.danmarkMember,
    confirmed: policy.confirmed,
  };
}

/** A guardian may live elsewhere than a child whose address is protected, so it is never shown through the child. */
export function memberView(member: MemberSeen, viewer: Viewer): MemberType {
  const hidden = member.protectedAddress && viewer.role === "MEMBER" && member.id !== viewer.memberIds[0];
  return {
    id: globalId("Member", member.id),
    name: `${member.givenNames} ${member.familyName}`,
    birthYear: Number(member.birthDate.slice(0, 4)),
    birthDate: member.birthDate,
    civilNumberMasked: maskedNumber(member.birthDate),
    home: hidden || member.postnr === null ? null : { line: member.addressLine, postalCode: member.postnr },
    protectedAddress: member.protectedAddress,
    phone: member.phone,
    email: member.email,
    residence: member.residence,
  };
}

/** The first six digits of a number are its birth date, so the masked number needs no key to be shown. */
function maskedNumber(birthDate: string): string {
  const [year = "", month = "", day = ""] = birthDate.split("-");
  return `${day}${month}${year.slice(2)}-XXXX`;
}
