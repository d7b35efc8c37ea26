import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { globalId } from "../../../gateway/api/node.js";
import { documentPath } from "../documents/document-door.js";
import { addressOfFile } from "../../../vocabulary/document-file.type.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { channelNamed } from "../channels/index.js";
import type { FileRecord } from "../settlement.store.js";
import { FileStateEnum, PaymentChannelEnum } from "../settlement-enums.type.js";
import type { FileState } from "../settlement-words.js";
import { DateTime, Hexadecimal, NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import { Money, money } from "../../../gateway/api/money.js";
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
  @Field(() => PositiveInt, { description: "The first, the second, and so on of its batch." })
  place!: number;
  @Field(() => PositiveInt, { description: "Payments in it." })
  paymentCount!: number;
  @Field(() => Money, { description: "Their sum." })
  total!: Money;
  @Field(() => FileStateEnum, { description: "How it stands, by what the bank has said of its payments." })
  state!: FileState;
  @Field(() => NonNegativeInt, { description: "Payments of it that the bank rejected; their lines are payable again." })
  rejectedCount!: number;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it was put into the outbox, with its signed receipt; null where it was not, or not yet.",
  })
  deliveredAt!: Date | null;
  @Field(() => String, { description: "Suggested name." })
  fileName!: string;
  @Field(() => String, { description: "Media type." })
  mediaType!: string;
  /** Not a field: what `content` is. */
  text!: string | null;
  @Field(() => Boolean, {
    description: "True for a file that pays members: it holds civil registration numbers, is written as it leaves and fetched by nobody.",
  })
  civilNumbers!: boolean;
  @Field(() => Hexadecimal, {
    nullable: true,
    description: "SHA-256 of the UTF-8 bytes; null for a file with civil registration numbers, where the receipt in the outbox says it.",
  })
  sha256!: string | null;
}

@Resolver(() => PaymentFileType)
export class PaymentFileFields {
  @visibleTo("FINANCE")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where the file is fetched, byte for byte: GET with the same token. Without PUBLIC_URL it begins with the path. Null for a file with civil registration numbers.",
  })
  url(@Root() { batch, place, text }: PaymentFileType, @Ctx() ctx: Context): string | null {
    if (text === null) return null;
    return addressOfFile(ctx, documentPath.paymentFile(globalId("SettlementBatch", batch.uuid), place));
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The file; UTF-8 when saved. Null for a file with civil registration numbers, which leaves by the outbox alone.",
  })
  content(@Root() { text, fileName, mediaType }: PaymentFileType, @Ctx() { download }: Context): string | null {
    if (text === null) return null;
    download?.({ fileName, mediaType, bytes: Buffer.from(text, "utf8") });
    return text;
  }
}

function fileState({ open, accepted, paid, rejected }: FileRecord): FileState {
  if ((open ?? 0) > 0) return "SENT";
  if ((accepted ?? 0) > 0) return "ACCEPTED";
  return (paid ?? 0) > 0 || (rejected ?? 0) === 0 ? "PAID" : "REJECTED";
}

export function fileView(file: FileRecord): PaymentFileType {
  return {
    batch: ref("SettlementBatch", file.batch_id),
    channel: file.channel,
    messageId: file.message_id,
    place: file.place,
    paymentCount: file.payment_count,
    total: money(file.total_minor),
    state: fileState(file),
    rejectedCount: file.rejected ?? 0,
    deliveredAt: file.delivered_at,
    fileName: file.file_name,
    mediaType: channelNamed(file.channel)?.mediaType ?? "application/octet-stream",
    text: file.civil_numbers ? null : file.content,
    civilNumbers: file.civil_numbers,
    sha256: file.civil_numbers ? null : file.sha256,
  };
}
