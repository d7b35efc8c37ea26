import { money } from "./format";
import { useLanguage } from "../words";

type Amount = { readonly amountMinor: string };
export type PriceShown = { readonly publicPays: Amount; readonly insurerPays: Amount; readonly memberPays: Amount };

/** Who pays what; what the member pays stands last and is what is read first. */
export function Price({ price, ofMember = false }: { readonly price: PriceShown; readonly ofMember?: boolean }) {
  const { language, say } = useLanguage();
  const row = (label: string, { amountMinor }: Amount, total = false) =>
    total || Number(amountMinor) !== 0 ? (
      <>
        <dt className={total ? "total" : undefined}>{label}</dt>
        <dd className={total ? "total" : undefined}>{money(language, amountMinor)}</dd>
      </>
    ) : null;
  return (
    <dl className="sum">
      {row(say.publicPays, price.publicPays)}
      {row(say.insurancePays, price.insurerPays)}
      {row(ofMember ? say.memberPays : say.youPay, price.memberPays, true)}
    </dl>
  );
}
