/** The text of the consent that these pages show, and that is read aloud in the telephone; which text was said yes to is kept with it. */
import { inBoth } from "../words";

export const CONSENT_VERSION = "2025-1";
export const consentWords = inBoth(
  {
    text: "Klinikken får dit navn, dit fødselsår, din telefon og hvilken behandling det drejer sig om, så de kan behandle dig. De får ikke andet. Du kan trække samtykket tilbage her på siden, når du vil; aftaler, der ikke er begyndt, bliver så aflyst.",
  },
  {
    text: "The clinic is told your name, your year of birth, your telephone number and which treatment it is about, so that they can treat you. Nothing else. You can withdraw your consent on these pages whenever you like; appointments that have not begun are cancelled then.",
  },
);
