/**
 * Messages onto what stands: who and what is new, what changes, what is late. The state they lead to does not depend on their
 * order: each person and each policy is as the message with the highest version says. Pure.
 */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { MessageLine } from "./read-messages.js";
import type { PersonSaid, PolicySaid } from "./policy-message.js";

/** A person as stored; `digest` is what their number is found by, null where none is known. */
export type StandingPerson = Omit<PersonSaid, "civilNumber" | "familyKey" | "externalKey"> & {
  readonly id: string;
  readonly externalKey: string | null;
  readonly version: bigint | null;
  readonly familyId: string;
  readonly digest: string | null;
  /** When the person bound their login by signing in; null where the policy system said it. */
  readonly loginBoundAt: Date | null;
};
export type StandingPolicy = Omit<PolicySaid, "externalKey"> & {
  readonly id: string;
  readonly memberId: string;
  readonly externalKey: string | null;
  readonly version: bigint | null;
  readonly confirmed: boolean;
  /** Claims rest on it. */
  readonly claimed: boolean;
  /** Last day by a withdrawal that was recorded: no message covers a later one. */
  readonly withdrawnOn: string | null;
};

/** What is known of the persons and policies of a call before it. */
export type Standing = {
  readonly persons: readonly StandingPerson[];
  readonly policies: readonly StandingPolicy[];
};

/** What pure code cannot make: ids, and what a number is found by. */
export type Making = {
  readonly newId: () => string;
  /** One and the same for the same key. */
  readonly familyId: (key: string) => string;
  readonly digest: (civilNumber: string) => string;
};

export type MessageOutcome = "INSERTED" | "CHANGED" | "UNCHANGED" | "LATE" | "REFUSED";
export type MessageResult = {
  readonly line: number;
  readonly memberKey: string | null;
  readonly policyKey: string | null;
  readonly outcome: MessageOutcome;
  readonly memberId: string | null;
  readonly policyId: string | null;
  readonly refusals: readonly Refusal[];
};

export type PersonToSave = StandingPerson & { readonly isNew: boolean; readonly civilNumber: string | null };
export type PolicyToSave = StandingPolicy & { readonly isNew: boolean };
export type Applied = {
  readonly results: readonly MessageResult[];
  readonly persons: readonly PersonToSave[];
  readonly policies: readonly PolicyToSave[];
};

export function applyMessages(lines: readonly MessageLine[], standing: Standing, making: Making): Applied {
  const state = stateOf(standing);
  const results = lines.map((line): MessageResult => {
    if (!line.ok) return { ...NOBODY, line: line.line, outcome: "REFUSED", refusals: line.faults };
    const { version, person, policy } = line.value;
    const named = { line: line.line, memberKey: person.externalKey, policyKey: policy?.externalKey ?? null };
    const toPerson = judgePerson(state, person, version, making);
    const toPolicy = policy && toPerson.id !== null ? judgePolicy(state, policy, version, toPerson.id, making) : null;
    const refusals = [...toPerson.refusals, ...(toPolicy?.refusals ?? [])];
    if (refusals.length > 0) return { ...named, outcome: "REFUSED", memberId: null, policyId: null, refusals };
    toPerson.apply();
    toPolicy?.apply();
    const outcome = outcomeOf(toPerson.outcome, toPolicy?.outcome ?? null);
    return { ...named, outcome, memberId: toPerson.id, policyId: toPolicy?.id ?? null, refusals: [] };
  });
  return { results, persons: [...state.changedPersons.values()], policies: [...state.changedPolicies.values()] };
}

const NOBODY = { memberKey: null, policyKey: null, memberId: null, policyId: null };

type State = {
  readonly personByKey: Map<string, StandingPerson>;
  readonly personByDigest: Map<string, StandingPerson>;
  readonly personBySubject: Map<string, StandingPerson>;
  readonly policyByKey: Map<string, StandingPolicy>;
  /** Policies that only the team was told of, by member. */
  readonly unconfirmed: Map<string, StandingPolicy>;
  readonly changedPersons: Map<string, PersonToSave>;
  readonly changedPolicies: Map<string, PolicyToSave>;
};

function stateOf({ persons, policies }: Standing): State {
  return {
    personByKey: new Map(persons.flatMap((p) => (p.externalKey === null ? [] : [[p.externalKey, p] as const]))),
    personByDigest: new Map(persons.flatMap((p) => (p.digest === null ? [] : [[p.digest, p] as const]))),
    personBySubject: new Map(persons.flatMap((p) => (p.identitySubject === null ? [] : [[p.identitySubject, p] as const]))),
    policyByKey: new Map(policies.flatMap((p) => (p.externalKey === null ? [] : [[p.externalKey, p] as const]))),
    unconfirmed: new Map(policies.flatMap((p) => (p.confirmed ? [] : [[p.memberId, p] as const]))),
    changedPersons: new Map(),
    changedPolicies: new Map(),
  };
}

type Judged = {
  readonly id: string | null;
  readonly outcome: Exclude<MessageOutcome, "REFUSED">;
  readonly refusals: readonly Refusal[];
  readonly apply: () => void;
};
const nothing = (): void => {};

function judgePerson(state: State, said: PersonSaid, version: bigint, making: Making): Judged {
  const digest = said.civilNumber === null ? null : making.digest(said.civilNumber);
  const ofNumber = digest === null ? undefined : state.personByDigest.get(digest);
  // somebody the team has registered is the same person when the number is
  const stands = state.personByKey.get(said.externalKey) ?? (ofNumber?.externalKey === null ? ofNumber : undefined);
  if (stands?.version != null && version < stands.version) return { id: stands.id, outcome: "LATE", refusals: [], apply: nothing };
  const id = stands?.id ?? making.newId();
  const next: StandingPerson = {
    id,
    externalKey: said.externalKey,
    version,
    familyId: said.familyKey === null ? making.familyId(`person ${said.externalKey}`) : making.familyId(`family ${said.familyKey}`),
    digest,
    givenNames: said.givenNames,
    familyName: said.familyName,
    birthDate: said.birthDate,
    gender: said.gender,
    // a person's own first sign-in is not undone by a system that knows of no logins
    identitySubject: said.identitySubject ?? (stands?.loginBoundAt ? stands.identitySubject : null),
    loginBoundAt: said.identitySubject === null || said.identitySubject === stands?.identitySubject ? (stands?.loginBoundAt ?? null) : null,
    addressLine: said.addressLine,
    postnr: said.postnr,
    protectedAddress: said.protectedAddress,
    phone: said.phone,
    email: said.email,
    residence: said.residence,
  };
  if (stands && isSame(PERSON, stands, next)) {
    if (stands.version === version) return { id, outcome: "UNCHANGED", refusals: [], apply: nothing };
  } else if (stands?.version === version) return { id, outcome: "UNCHANGED", refusals: [VERSION_REUSED("memberKey")], apply: nothing };
  const ofSubject = said.identitySubject === null ? undefined : state.personBySubject.get(said.identitySubject);
  const refusals = [
    ...(ofNumber && ofNumber.id !== id ? [NUMBER_TAKEN] : []),
    ...(ofSubject && ofSubject.id !== id ? [SUBJECT_TAKEN] : []),
  ];
  const isNew = stands === undefined || (state.changedPersons.get(id)?.isNew ?? false);
  return {
    id,
    outcome: stands ? (isSame(PERSON, stands, next) ? "UNCHANGED" : "CHANGED") : "INSERTED",
    refusals,
    apply: () => {
      if (stands?.digest) state.personByDigest.delete(stands.digest);
      if (stands?.identitySubject) state.personBySubject.delete(stands.identitySubject);
      if (digest !== null) state.personByDigest.set(digest, next);
      if (next.identitySubject !== null) state.personBySubject.set(next.identitySubject, next);
      state.personByKey.set(said.externalKey, next);
      state.changedPersons.set(id, { ...next, isNew, civilNumber: said.civilNumber });
    },
  };
}

function judgePolicy(state: State, said: PolicySaid, version: bigint, memberId: string, making: Making): Judged {
  const told = state.unconfirmed.get(memberId);
  const stands = state.policyByKey.get(said.externalKey) ?? (told?.product === said.product ? told : undefined);
  if (stands?.version != null && version < stands.version) return { id: stands.id, outcome: "LATE", refusals: [], apply: nothing };
  const id = stands?.id ?? making.newId();
  const next: StandingPolicy = {
    ...said,
    id,
    memberId,
    version,
    coverEnd: endOf(said, stands?.withdrawnOn ?? null),
    confirmed: true,
    claimed: stands?.claimed ?? false,
    withdrawnOn: stands?.withdrawnOn ?? null,
  };
  const same = stands !== undefined && isSame(POLICY, stands, next);
  if (stands?.version === version) return { id, outcome: "UNCHANGED", refusals: same ? [] : [VERSION_REUSED("policyKey")], apply: nothing };
  const isNew = stands === undefined || (state.changedPolicies.get(id)?.isNew ?? false);
  return {
    id,
    outcome: stands ? (same ? "UNCHANGED" : "CHANGED") : "INSERTED",
    refusals: stands && stands.memberId !== memberId && stands.claimed ? [CLAIMED] : [],
    apply: () => {
      state.policyByKey.set(said.externalKey, next);
      if (stands && !stands.confirmed) state.unconfirmed.delete(memberId);
      state.changedPolicies.set(id, { ...next, isNew });
    },
  };
}

/** A recorded withdrawal ends the cover whatever the message says; it may end earlier. A cover that never began ends where it starts. */
function endOf({ coverStart, coverEnd }: PolicySaid, withdrawnOn: string | null): string | null {
  if (withdrawnOn === null || (coverEnd !== null && coverEnd <= withdrawnOn)) return coverEnd;
  return withdrawnOn < coverStart ? coverStart : withdrawnOn;
}

const PERSON = [
  "externalKey",
  "familyId",
  "digest",
  "givenNames",
  "familyName",
  "birthDate",
  "gender",
  "identitySubject",
  "addressLine",
  "postnr",
  "protectedAddress",
  "phone",
  "email",
  "residence",
] as const satisfies readonly (keyof StandingPerson)[];
const POLICY = [
  "externalKey",
  "memberId",
  "product",
  "role",
  "scheme",
  "coverStart",
  "coverEnd",
  "seniorityFrom",
  "optional",
  "paidThrough",
  "groupChildAge",
  "suspended",
  "danmarkMember",
  "confirmed",
] as const satisfies readonly (keyof StandingPolicy)[];

function isSame<T extends object>(fields: readonly (keyof T)[], a: T, b: T): boolean {
  return fields.every((field) => String(a[field] ?? "") === String(b[field] ?? ""));
}

/** Of a message about both, what changed most. */
function outcomeOf(person: Judged["outcome"], policy: Judged["outcome"] | null): MessageOutcome {
  const order = ["INSERTED", "CHANGED", "LATE", "UNCHANGED"] as const;
  return order.find((each) => each === person || each === policy) ?? "UNCHANGED";
}

const VERSION_REUSED = (field: string): Refusal =>
  refusal("VERSION_REUSED", "A message with this version said something else.", {
    path: [field],
    remedy: "Send what changed under a higher version.",
  });
const NUMBER_TAKEN = refusal("CIVIL_NUMBER_TAKEN", "Another person has this civil registration number.", {
  path: ["civilNumber"],
  remedy: "Correct the number, or send the person under the key they have.",
});
const SUBJECT_TAKEN = refusal("SUBJECT_TAKEN", "This login belongs to another person.", {
  path: ["subject"],
  remedy: "Send the other person without it first.",
});
const CLAIMED = refusal("POLICY_CLAIMED", "Claims rest on this policy and the person it has.", {
  path: ["policyKey"],
  remedy: "Send the other person's cover under a key of its own, and end this one.",
});
