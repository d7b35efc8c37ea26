import { useLanguage } from "../words";
import { useCodes } from "./codes";

/** Which wishes of the case were set aside, so that there is a time in time; nothing where all are held. */
export function SetAside({ wishes }: { readonly wishes: readonly string[] }) {
  const { say } = useLanguage();
  const { word } = useCodes();
  if (wishes.length === 0) return null;
  return <p className="note">{say.setAside(wishes.map((wish) => word("Wish", wish).toLowerCase()).join(", "))}</p>;
}
