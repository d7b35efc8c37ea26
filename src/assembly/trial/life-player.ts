/** A gateway of its own on which the days before the first one are played: at any time, as anybody, with the documents that clients run. */
import { startApp } from "../app.js";
import type { Config } from "../config.js";
import { moveClock, readClock } from "../start/database-clock.js";
import { loginsOf, type OpenDatabase } from "../start/open-database.js";
import { storedOperations } from "../operations.js";
import type { DevClaims } from "../../gateway/identity/dev-issuer.js";
import { globalId } from "../../gateway/api/global-id.js";
import { createLog } from "../../platform/log.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { subjectOf } from "../../../seeds/members.js";
import { liveThrough } from "./life.js";
import { READY_MEMBER } from "./ready-viewers.js";

/** Whatever the document asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = Readonly<Record<string, any>>;
/** Runs a stored document with this input, and answers its only field; throws what was refused. */
type Act = (operation: string, input: object, more?: object) => Promise<Answer>;
export type Player = {
  readonly as: (claims: DevClaims) => Act;
  /** Moves the clock of the database there. */
  readonly at: (instant: Date) => Promise<void>;
};
export type PlayedClinic = {
  readonly id: string;
  readonly cvr: string;
  readonly company: string;
  readonly practitionerId: string;
  readonly postalCode: string;
};

/** Four physiotherapists' clinics of four companies near the ready member, with rates that were agreed long ago. */
const CLINICS = statement(
  "life-clinics",
  `select k.id, p.cvr, p.legal_name as company, k.postnr,
     (select w.practitioner_id from practitioner_clinic w where w.clinic_id = k.id order by 1 limit 1) as practitioner
   from clinic k join provider p on p.id = k.provider_id, member m
   where m.identity_subject = $1 and p.kind = 'PHYSIOTHERAPIST' and upper(p.agreed) is null and not isempty(p.agreed)
     and exists (select from practitioner_clinic w where w.clinic_id = k.id)
     and not exists (select from clinic o where o.provider_id = k.provider_id and o.id < k.id)
     and (select count(*) from agreed_rate r where r.clinic_id = k.id and r.service_code = 'PHYSIOTHERAPY'
       and r.state = 'APPROVED' and r.valid_from <= clock_today() - 40) >= 2
   order by (k.lat - m.lat) ^ 2 + (k.lon - m.lon) ^ 2, k.id limit 4`,
);

/** Answers whether there was a network to live in. */
export async function playLife(config: Config, database: OpenDatabase): Promise<boolean> {
  const quiet = { ...config, port: 0, runJobs: false, promiseRefreshSeconds: 0 };
  const app = await startApp({ config: quiet, databaseUrl: database.url, ...loginsOf(database), log: createLog("error") });
  const documents = new Map(storedOperations().map((o) => [`${o.client}/${o.name}`, o.document]));
  const { issuer } = app.identity;
  const { aheadMs } = app.database.clock;
  const as: Player["as"] = (claims) => {
    const token = issuer?.mint(claims);
    return async (operation, input, more = {}) => {
      const response = await fetch(`${app.url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${(await token) ?? ""}`,
          ...(claims.role === "HEALTH_TEAM" ? { "x-purpose": "CASE_HANDLING:LIFE" } : {}),
        },
        body: JSON.stringify({ query: documents.get(operation), variables: { input, ...more } }),
      });
      const body = (await response.json()) as { data?: Record<string, Answer> | null; errors?: unknown };
      const [answer] = Object.values(body.data ?? {});
      const refused: unknown = body.errors ?? answer?.["errors"];
      if (!answer || (Array.isArray(refused) && refused.length > 0))
        throw new Error(`the fictional network could not be brought to life: ${operation}: ${JSON.stringify(refused).slice(0, 600)}`);
      return answer;
    };
  };
  const at = async (aheadOfMachine: number): Promise<void> => {
    await moveClock(database.ownerUrl, aheadOfMachine);
    await readClock(app.database);
  };
  try {
    const found = await transaction(app.database, WORKER, (tx) => tx.query(CLINICS.with(subjectOf(READY_MEMBER))), { readOnly: true });
    const clinics = found.flatMap(({ id, practitioner, postnr, ...clinic }) =>
      practitioner === null
        ? []
        : [{ ...clinic, id: globalId("Clinic", id), practitionerId: globalId("Practitioner", practitioner), postalCode: postnr }],
    );
    if (clinics.length < 4 || issuer === null) return false;
    await liveThrough({ as, at: (instant) => at(instant.getTime() - Date.now()) }, clinics, app.database.clock.now());
    return true;
  } finally {
    // whatever happened, the first day is today
    await at(aheadMs);
    await app.stop();
  }
}
