/** Who works in a clinic, on which days. */
import { authorisationId } from "./identifiers.js";
import { readCsv } from "./csv.js";
import type { Certify, ClinicRow, Network, PractitionerRow, Workplace } from "./network.js";
import type { KindOfClinic } from "./offers.js";
import type { PlannedClinic } from "./planned.js";
import { Random } from "./random.js";
import type { SeedService } from "./reference.js";

const AUTHORISED_SINCE = "2015-01-01";
const WORKING_WEEK = [1, 2, 3, 4, 5];
/** The crisis line's two shifts, in hours after local midnight. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, 12],
  [12, 24],
];

type Employ = (
  kind: KindOfClinic,
  plan: PlannedClinic,
  clinic: ClinicRow,
  offered: readonly SeedService[],
  publicAgreement: boolean,
) => void;

export function staff(seed: number, nextId: () => string, network: Network, certify: Certify): Employ {
  const random = new Random(seed, "staff");
  const given = readCsv<"given_name" | "gender">("given_names");
  const family = readCsv<"surname">("fictional_surnames").map((row) => row.surname);

  return (kind, plan, clinic, offered, publicAgreement) => {
    const [min, max] = kind.practitioners;
    // most teams are small, a few are large
    const ordinary = min + Math.floor((max - min + 1) * random.next() ** 1.7);
    const shared =
      plan.planted === "SHARED_PRACTITIONER"
        ? network.workplaces.find(
            (w) =>
              w.practitioner.profession === kind.profession &&
              network.planted.get("SHARED_PRACTITIONER")?.[0]?.id === w.clinic.id &&
              w.clinic.id !== clinic.id,
          )
        : undefined;
    const base = {
      clinic,
      slotMinutes: kind.slotMinutes,
      channels: kind.channels,
      offered,
      publicAgreement,
      onCall: null,
      leadsGroups: false,
      clockCase: false,
    };
    const groups = offered.some((s) => s.code === "GROUP_TRAINING" || s.code === "GLAD");

    if (plan.planted === "ON_CALL") {
      const crisis = offered.filter((s) => s.code === "CRISIS_COUNSELLING");
      SHIFTS.forEach((onCall) =>
        work({ ...base, ...hire(kind, clinic, true), weekdays: WORKING_WEEK, onCall, offered: crisis, clockCase: true }),
      );
    }
    if (shared) work({ ...base, practitioner: shared.practitioner, number: shared.number, weekdays: [4, 5] });
    for (let i = 0; i < ordinary; i += 1) {
      const person =
        plan.planted === "LETTERS" && i === 0 ? hire(kind, clinic, true, ["Åse Sørine", "Øvelund", "female"]) : hire(kind, clinic, i === 0);
      const fullWeek = i === 0 || random.chance(0.6);
      const firstOfShared = plan.planted === "SHARED_PRACTITIONER" && i === 0 && !shared;
      const weekdays = firstOfShared ? [1, 2, 3] : fullWeek ? WORKING_WEEK : WORKING_WEEK.filter(() => random.chance(0.7));
      work({ ...base, ...person, weekdays, leadsGroups: groups && i === 0 });
    }
  };

  function work(place: Workplace): void {
    network.workplaces.push(place);
    network.practitionerClinics.push({ practitionerId: place.practitioner.id, clinicId: place.clinic.id });
  }

  /** The first of a clinic speaks all its languages and treats children if the clinic does, so that the clinic keeps its word. */
  function hire(
    kind: KindOfClinic,
    clinic: ClinicRow,
    first: boolean,
    name?: readonly [string, string, string],
  ): { practitioner: PractitionerRow; number: number } {
    const number = network.practitioners.length;
    const drawn = random.pick(given);
    const practitioner: PractitionerRow = {
      id: nextId(),
      givenNames: `${name?.[0] ?? drawn.given_name} Test`,
      familyName: name?.[1] ?? random.pick(family),
      gender: name?.[2] ?? drawn.gender,
      authorisationId: authorisationId(number),
      profession: kind.profession,
      languages: first ? clinic.languages : clinic.languages.filter((l) => l === "da" || random.chance(0.5)),
      treatsChildren: clinic.treatsChildren && (first || random.chance(0.7)),
    };
    network.practitioners.push(practitioner);
    certify("AUTHORISATION", { practitionerId: practitioner.id }, AUTHORISED_SINCE, null, practitioner.authorisationId);
    if (kind.kind === "OSTEOPATH") certify("RAB_APPROVAL", { practitionerId: practitioner.id }, AUTHORISED_SINCE);
    return { practitioner, number };
  }
}
