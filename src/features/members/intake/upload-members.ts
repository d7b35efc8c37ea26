import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { contentOf, keyedInput } from "../../capacity/publication/upload-content.js";
import { ContentEncodingEnum, PublishModeEnum } from "../../capacity/slot-enums.type.js";
import type { ContentEncoding, PublishMode } from "../../capacity/slot-words.js";
import { MessageFormatEnum } from "../member-enums.type.js";
import { bringIn } from "./bring-in.js";
import { membersPayload, SaveMembersPayload } from "./member-intake.type.js";
import type { MessageFormat } from "./read-messages.js";
import { readFileOfMessages } from "./reading.js";

@InputType({ description: "Persons and policies as a file of the policy system." })
export class UploadMembersInput extends KeyedInput {
  @Field(() => MessageFormatEnum, { description: "The format of the file." })
  format!: MessageFormat;
  @Field(() => PublishModeEnum, { nullable: true, description: "All lines or none when left out." })
  mode?: PublishMode | null;
  @Field(() => String, { description: "The file: up to 20,000 lines and 10 MB; docs/members.md lists the fields." })
  content!: string;
  @Field(() => ContentEncodingEnum, { nullable: true, description: "As text when left out." })
  encoding?: ContentEncoding | null;
}

@Resolver()
export class UploadMembers {
  @visibleTo("INTEGRATION")
  @costs({ own: 90 })
  @Mutation(() => SaveMembersPayload, {
    description:
      "Brings in persons and policies as the policy system knows them, by its own keys. Whatever order messages come in, the one with the highest version holds; a repeated one changes nothing.",
  })
  async uploadMembers(@Arg("input", () => UploadMembersInput) input: UploadMembersInput, @Ctx() ctx: Context): Promise<SaveMembersPayload> {
    const file = await readFileOfMessages(input.format, contentOf(ctx, input) ?? "");
    const outcome = await bringIn(ctx, {
      file,
      mode: input.mode ?? "ATOMIC",
      keyed: { operation: "uploadMembers", key: input.idempotencyKey, input: keyedInput(ctx, input), keepHours: 72 },
      pathOf: (line, field) => ["input", "content", ...(line > 0 ? [String(line)] : []), ...(field ? [field] : [])],
    });
    return membersPayload(outcome);
  }
}
