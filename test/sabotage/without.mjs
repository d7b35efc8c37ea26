/** Loaded before a gateway: takes the lock or the condition out of its statements, as a careless change would. SABOTAGE says which. */
import pg from "pg";

const CONTROLS = {
  lock: [[/for no key update( of [a-z, ]+)?( skip locked)?/g, ""]],
  condition: [
    [/and booked < capacity/g, ""],
    [/and s\.booked < s\.capacity/g, ""],
  ],
};
const gone = (process.env.SABOTAGE ?? "").split(",").flatMap((control) => CONTROLS[control] ?? []);
const without = (text) => gone.reduce((sql, [what, instead]) => sql.replace(what, instead), text);

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (config, ...more) {
  // several statements in one exchange, or one
  const statements = Array.isArray(config?.statements) ? config.statements : typeof config?.text === "string" ? [config] : [];
  for (const statement of statements) statement.text = without(statement.text);
  return query.call(this, config, ...more);
};
