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
  const altered = typeof config?.text === "string" ? { ...config, text: without(config.text) } : config;
  return query.call(this, altered, ...more);
};
