import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../gateway/api/guard.js";
import { CoverEnum } from "./rules.type.js";
import { ServiceType, serviceView } from "./service.type.js";

@visibleTo("PUBLIC")
@ObjectType("FallbackCover", {
  description: "What the conditions offer instead of a programme that is refused: a treatment, and the cover it is reported under.",
  simpleResolvers: true,
})
export class FallbackCover {
  @Field(() => CoverEnum, { description: "The cover." })
  under!: string;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => Boolean, { description: "True where nothing stands against it, on the same facts and the same day." })
  covered!: boolean;
}

export function fallbackView(
  offer: { readonly under: string; readonly service: string; readonly covered: boolean } | undefined,
): FallbackCover | null {
  return offer ? { under: offer.under, service: serviceView(offer.service), covered: offer.covered } : null;
}
