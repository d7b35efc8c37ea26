import type { PaymentChannel } from "./channel.js";
import { writePain001 } from "./iso20022.js";
import { readPain001 } from "./read-iso20022.js";

/** pain.001.001.03: the version the Danish banks' guides are written for. */
export const iso20022v03: PaymentChannel = {
  code: "ISO20022_V03",
  description: "ISO 20022 pain.001.001.03, domestic transfers in Danish kroner.",
  descriptionDa: "ISO 20022 pain.001.001.03, indenlandske overførsler i danske kroner.",
  mediaType: "application/xml",
  carriesNemKonto: true,
  fileName: ({ messageId }) => `${messageId}.pain.001.001.03.xml`,
  write: (order) =>
    writePain001(order, {
      namespace: "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03",
      executionDate: (day) => day,
      bic: (bic) => ({ BIC: bic }),
    }),
  readBack: readPain001,
};
