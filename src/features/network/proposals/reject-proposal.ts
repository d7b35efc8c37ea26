import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { decide, DecideProposalInput, DecideProposalPayload, proposalPayload } from "./decide-proposal.js";

@Resolver()
export class RejectProposal {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => DecideProposalPayload, { description: "Turns a proposal down. Not by the person who proposed it." })
  async rejectProposal(
    @Arg("input", () => DecideProposalInput) input: DecideProposalInput,
    @Ctx() ctx: Context,
  ): Promise<DecideProposalPayload> {
    return proposalPayload(await decide(ctx, "rejectProposal", "REJECTED", input));
  }
}
