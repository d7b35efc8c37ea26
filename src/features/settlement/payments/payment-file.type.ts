import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { globalId } from "../../../gateway/api/node.js";
import { documentPath } from "../documents/document-door.js";
import { addressOfFile } from "../../../vocabulary/document-file.type.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { channelNamed } from "../channels/index.js";
import type { FileRecord } from "../settlement.store.js";
import { PaymentChannelEnum } from "../settlement-enums.type.js";
import { Hexadecimal } from "../../../gateway/api/scalars.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("FINANCE")
@ObjectType("PaymentFile", {
  description:
    "A payment file, byte for byte as it first left: fetching it again gives the same bytes, and the bank refuses a second one with its id.",
  simpleResolvers: true,
})
export class PaymentFileType {
  @relation("SettlementBatch", { description: "The batch it pays." })
  batch!: Ref;
  @Field(() => PaymentChannelEnum, { description: "How it was written." })
  channel!: string;
  @Field(() => String, { description: "Identity of the file at the bank." })
  messageId!: string;
  @Field(() => String, { description: "Suggested name." })
  fileName!: string;
  @Field(() => String, { description: "Media type." })
  mediaType!: string;
  /** Not a field: what `content` is. */
  text!: string;
  @Field(() => Hexadecimal, { description: "SHA-256 of the UTF-8 bytes." })
  sha256!: string;
}

@Resolver(() => PaymentFileType)
export class PaymentFileFields {
  @visibleTo("FINANCE")
  @FieldResolver(() => String, {
    description: "Where the file is fetched, byte for byte: GET with the same token. Without PUBLIC_URL it begins with the path.",
  })
  url(@Root() { batch }: PaymentFileType, @Ctx() ctx: Context): string {
    return addressOfFile(ctx, documentPath.paymentFile(globalId("SettlementBatch", batch.uuid)));
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => String, { description: "The file; UTF-8 when saved." })
  content(@Root() { text, fileName, mediaType }: PaymentFileType, @Ctx() { download }: Context): string {
    download?.({ fileName, mediaType, bytes: Buffer.from(text, "utf8") });
    return text;
  }
}

export function fileView(file: FileRecord): PaymentFileType {
  return {
    batch: ref("SettlementBatch", file.batch_id),
    channel: file.channel,
    messageId: file.message_id,
    fileName: file.file_name,
    mediaType: channelNamed(file.channel)?.mediaType ?? "application/octet-stream",
    text: file.content,
    sha256: file.sha256,
  };
}
