/** Danish øre (1/100 krone). Money is always whole øre in a bigint; a float never holds an amount. */
export type Ore = bigint;

/** "1234.50" for 123450n: kroner with two decimals and a full stop, as ISO 20022 wants it. */
export function kroner(ore: Ore): string {
  const sign = ore < 0n ? "-" : "";
  const abs = ore < 0n ? -ore : ore;
  return `${sign}${abs / 100n}.${String(abs % 100n).padStart(2, "0")}`;
}

export function sum(amounts: Iterable<Ore>): Ore {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
