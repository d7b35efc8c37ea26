/** npm run migrate: applies what is pending to DATABASE_URL (or MIGRATE_DATABASE_URL), else to the embedded database. */
import "reflect-metadata";
import { openDatabase } from "../assembly/open-database.js";
import { loadConfig } from "../assembly/config.js";

try {
  const database = await openDatabase(loadConfig(process.env), (line) => console.log(line));
  console.log("the schema is up to date");
  await database.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
