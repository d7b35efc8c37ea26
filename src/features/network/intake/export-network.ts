import { Arg, Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { NetworkPart } from "../../../../schema/states.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { decodeCursor, encodeCursor } from "../../../gateway/api/paging/page.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { NetworkFormatEnum, NetworkPartEnum } from "../network-enums.type.js";
import type { NetworkFormat } from "../network-words.js";
import { exported } from "./export.store.js";
import { writeCsv, writeNdjson } from "./write-network.js";

const MOST = 5_000;
const LIST = "network export";

@ArgsType()
export class ExportNetworkArgs {
  @Field(() => NetworkPartEnum, { description: "What to write." })
  part!: NetworkPart;
  @Field(() => NetworkFormatEnum, { description: "The form." })
  format!: NetworkFormat;
  @Field(() => Int, { description: "How many lines, 1 to 5000." })
  lines!: number;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER")
@ObjectType("NetworkExport", { description: "Parts of the network as importNetwork reads them.", simpleResolvers: true })
export class NetworkExportType {
  @Field(() => String, { description: "The file." })
  content!: string;
  @Field(() => String, { nullable: true, description: "Where the next file goes on; null at the end." })
  after!: string | null;
}

@Resolver()
export class ExportNetwork {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 100 })
  @Query(() => NetworkExportType, {
    description:
      "Writes companies, clinics or practitioners as importNetwork reads them, in pages. Of several periods of one kind the last is written.",
  })
  async exportNetwork(
    @Args(() => ExportNetworkArgs) { part, format, lines }: ExportNetworkArgs,
    @Arg("after", () => String, { nullable: true, description: "`after` of the file before; left out for the first." })
    after: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<NetworkExportType> {
    if (lines < 1 || lines > MOST) throw badInput(`lines must be from 1 to ${MOST}.`, ["lines"]);
    const place = after == null ? null : String(decodeCursor(LIST, ["uuid"], after)[0]);
    const rows = await runQuery(ctx, (tx) => exported(tx, part, place, lines + 1));
    const shown = rows.slice(0, lines);
    const last = shown.at(-1);
    return {
      content: (format === "CSV" ? writeCsv : writeNdjson)(
        part,
        shown.map(({ line }) => line),
      ),
      after: rows.length > lines && last ? encodeCursor(LIST, [last.id]) : null,
    };
  }
}
