/** npm run migrate: applies what is pending to the database of DATABASE_URL, as the owner in MIGRATE_DATABASE_URL if there is one. */
import { migrateUp } from "../platform/postgres/migrate.js";
import { command } from "./command.js";

export const migrate = command({
  name: "migrate",
  summary: "applies pending migrations, as the owner of MIGRATE_DATABASE_URL if that is set",
  database: { which: "NAMED" },
  run: async (_, { opened, say }) => {
    await migrateUp(opened.ownerUrl, "migrations", say);
    say("the schema is up to date");
  },
});
