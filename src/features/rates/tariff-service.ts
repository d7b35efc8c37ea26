import { tariffServices } from "../../rules/data/tariffs.js";

/** In SQL, the service whose tariff applies to the service in this column: one mapping for every statement that asks for tariffs. */
export function tariffService(column: string): string {
  const other = tariffServices().map(([service, tariff]) => `when '${service}' then '${tariff}'`);
  return `case ${column} ${other.join(" ")} else ${column} end`;
}
