import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { costs } from "../gateway/admission/cost.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";

/** Price of an export in the cost rule of the gateway: as much as a large page. */
const EXPORT = 200;
/** What is larger is fetched by its address. */
const MOST_INLINE_BYTES = 256 * 1024;

/** Everybody who is given some file; which, the field that leads to it decides. */
const READERS = ["MEMBER", "HEALTH_TEAM", "FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM"] as const;

@visibleTo(...READERS)
@ObjectType("DocumentFile", { description: "A file to save or open.", simpleResolvers: true })
export class DocumentFileType {
  @Field(() => String, { description: "Suggested name." })
  fileName!: string;
  @Field(() => String, { description: "Media type." })
  mediaType!: string;
  /** Not a field: the address below the gateway's own. */
  path!: string;
  /** Not a field: made when it is asked for; null where there is nothing to make it of. */
  bytes!: () => Promise<Buffer | null>;
}

/** Where a file is fetched; without a public address of the gateway, below the one that was asked. */
export function addressOfFile({ services }: Context, path: string): string {
  return `${services.config.publicUrl ?? ""}${path}`;
}

@Resolver(() => DocumentFileType)
export class DocumentFileFields {
  @visibleTo(...READERS)
  @FieldResolver(() => String, {
    description:
      "Where the file is fetched: GET with the same token, and the same proof of possession where one is needed. It is refused to whom this field is refused. Without PUBLIC_URL it begins with the path, e.g. /documents/self-bills/U2Vs.../self-bill.pdf.",
  })
  url(@Root() { path }: DocumentFileType, @Ctx() ctx: Context): string {
    return addressOfFile(ctx, path);
  }

  @visibleTo(...READERS)
  @costs({ own: EXPORT })
  @FieldResolver(() => String, {
    nullable: true,
    description: "The bytes in Base64 (RFC 4648, section 4); null where they are more than 256 kB: fetch them from `url`.",
  })
  async base64(@Root() file: DocumentFileType, @Ctx() ctx: Context): Promise<string | null> {
    const bytes = await file.bytes();
    if (bytes === null) return null;
    if (ctx.download) ctx.download({ fileName: file.fileName, mediaType: file.mediaType, bytes });
    return ctx.download || bytes.length > MOST_INLINE_BYTES ? null : bytes.toString("base64");
  }
}
