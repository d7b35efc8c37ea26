/** The desk as this gateway serves it: the built pages, sessions in the database, and with whom people sign in. */
import { deskDoor, type DeskDoor } from "../gateway/desk/door.js";
import { readDeskFiles, type DeskFile } from "../gateway/desk/files.js";
import type { ProviderDoor } from "../gateway/desk/provider-door.js";
import { addressOf } from "../gateway/http/address.js";
import type { TakeTurn } from "../gateway/http/feed-door.js";
import type { Log } from "../platform/log.js";
import type { PersonalData } from "../platform/people/personal-data.js";
import { beginSession, findSession, switchSession, type Session } from "../platform/people/web-sessions.js";
import { revoke, type Revocations } from "../platform/people/revocations.js";
import type { Database } from "../platform/postgres/database.js";
import { statement } from "../platform/postgres/statement.js";
import { transaction } from "../platform/postgres/transaction.js";
import { isSame, WORKER, type Acting } from "../platform/viewer.js";
import { longestTokenSeconds, type Config } from "./config.js";
import { builtPages } from "./built-pages.js";
import { signInWith } from "./sign-in.js";
import { deskPeople } from "./trial/desk-people.js";

export type DeskWorld = {
  readonly database: Database;
  readonly revocations: Revocations;
  readonly personal: PersonalData;
  readonly takeTurn: TakeTurn;
  readonly log: Log;
};

export function makeDesk(config: Config, world: DeskWorld): DeskDoor {
  const { database, revocations } = world;
  const { seconds } = config.signIn;
  const provider = providerOf(config, world);
  let files: Promise<ReadonlyMap<string, DeskFile>> | undefined;
  const standing = async (cookie: string): Promise<Session | null> => {
    const found = await findSession(database, cookie);
    return found && !revocations.has(found) ? found : null;
  };
  return deskDoor({
    secure: config.production,
    now: () => database.clock.now(),
    files: () => (files ??= builtPages("web").then(readDeskFiles)),
    personOf: async (cookie) => {
      const found = await standing(cookie);
      if (!found) return null;
      const others = found.mayBe.filter((each) => !isSame(each, found));
      const names = await namesOf(database, [found, ...others]);
      const shown = ({ role, cvr }: Acting) => ({ role, organisation: cvr, organisationName: (cvr && names.get(cvr)) || null });
      return { key: found.tokenId, name: found.name, ...shown(found), mayBe: others.map(shown) };
    },
    endSession: async (cookie, everywhere) => {
      const found = await findSession(database, cookie);
      if (!found) return;
      const { tokenId, subject } = found;
      const what = everywhere ? { subject, reason: "signed out everywhere" } : { tokenId, reason: "signed out" };
      const lifetimeSeconds = Math.max(seconds, longestTokenSeconds(config));
      await revoke(database, { ...what, by: subject, lifetimeSeconds });
      await revocations.refresh();
    },
    switchTo: async (cookie, to) => {
      const found = await standing(cookie);
      const chosen = found?.mayBe.find(({ role, cvr }) => role === to.role && cvr === to.cvr);
      if (!found || !chosen) return null;
      const value = await switchSession(database, found, chosen);
      await revocations.refresh();
      return { cookie: value, seconds: Math.max(1, found.expiresAt - Math.floor(Date.now() / 1_000)) };
    },
    ...(provider ? { provider } : {}),
    ...(config.production || provider ? {} : { people: fictionalPeople(database, seconds) }),
  });
}

function providerOf(config: Config, { database, personal, takeTurn, log }: DeskWorld): ProviderDoor | null {
  const { production, publicUrl, trustedProxies } = config;
  const door = signInWith(config.signIn, { database, personal, log, inTheClear: !production });
  const originOf: ProviderDoor["originOf"] = (req) => publicUrl ?? `http://${req.headers.host ?? ""}`;
  return (
    door && {
      begin: door.begin,
      finish: door.finish,
      leave: (req) => door.leave(`${originOf(req)}/sign-in`),
      originOf,
      waits: (req) => takeTurn(addressOf(req, trustedProxies)),
    }
  );
}

/** On a developer's machine, where nobody has a login. */
function fictionalPeople(database: Database, seconds: number) {
  return {
    list: async () => (await deskPeople(database)).map(({ key, name, role, place }) => ({ key, name, role, place })),
    signIn: async (key: string) => {
      const chosen = (await deskPeople(database)).find((person) => person.key === key);
      if (!chosen) return null;
      const { subject, name, role, cvr, mayBe } = chosen;
      return {
        cookie: await beginSession(database, { subject, name, role, cvr, mayBe, assurance: "HIGH" }, seconds, "fictional"),
        seconds,
      };
    },
  };
}

const NAMES = statement("desk-organisations", "select cvr, legal_name as name from provider where cvr = any ($1::text[])");

async function namesOf(database: Database, acting: readonly Acting[]): Promise<ReadonlyMap<string, string>> {
  const cvrs = acting.flatMap(({ cvr }) => cvr ?? []);
  if (cvrs.length === 0) return new Map();
  const rows = await transaction(database, WORKER, (tx) => tx.finish(NAMES.with(cvrs)), { readOnly: true });
  return new Map(rows.map(({ cvr, name }) => [cvr, name]));
}
