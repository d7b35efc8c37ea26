/** Working days counted by another library than the product's: what a test expects on any day of the year. */
import Holidays from "date-holidays";

const library = new Holidays("DK");

/** After `from`, up to and with `to`; days as YYYY-MM-DD. */
export function workingDaysAfter(from: string, to: string): number {
  const end = Date.parse(to);
  let count = 0;
  for (let day = Date.parse(from) + 86_400_000; day <= end; day += 86_400_000) {
    const at = new Date(day);
    const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
    const free = (library.isHoliday(new Date(year, month, date, 12)) || []).some(({ type }) => type === "public");
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6 && !free) count += 1;
  }
  return count;
}
