/** What every act asks for and answers, whatever it does. */
import { Field, InputType, ObjectType } from "type-graphql";
import { UUID } from "../gateway/api/scalars.js";
import { UserError } from "./user-error.type.js";

/** Input of an act whose key is kept three days: longer than any client tries again. */
@InputType()
export abstract class KeyedInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
}

/** Input of an act that moves money or fixes what money depends on: its key is kept thirty days. */
@InputType()
export abstract class LongKeyedInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 720 hours." })
  idempotencyKey!: string;
}

/** Answer of an act. One that says more about its refusals states `errors` anew. */
@ObjectType()
export abstract class ActPayload {
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}
