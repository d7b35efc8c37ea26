import type { PaymentChannel } from "./channel.js";
import { writePain001 } from "./iso20022.js";
import { readPain001 } from "./read-iso20022.js";

/** pain.001.001.09: what banks move to; the execution date becomes a choice and the bank's code changes its name. */
export const iso20022v09: PaymentChannel = {
  code: "ISO20022_V09",
  description: "ISO 20022 pain.001.001.09, domestic transfers in Danish kroner.",
  descriptionDa: "ISO 20022 pain.001.001.09, indenlandske overførsler i danske kroner.",
  mediaType: "application/xml",
  carriesNemKonto: true,
  fileName: ({ messageId }) => `${messageId}.pain.001.001.09.xml`,
  write: (order) =>
    writePain001(order, {
      namespace: "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09",
      executionDate: (day) => ({ Dt: day }),
      bic: (bic) => ({ BICFI: bic }),
    }),
  readBack: readPain001,
};
