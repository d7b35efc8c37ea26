import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { decide, DecideProposalInput, DecideProposalPayload, proposalPayload } from "./decide-proposal.js";

@Resolver()
export class ApproveProposal {
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 90 })
  @Mutation(() => DecideProposalPayload, {
    description: "Agrees to a proposal and carries it out, all of it or nothing. Not by the person who proposed it.",
  })
  async approveProposal(
    @Arg("input", () => DecideProposalInput) input: DecideProposalInput,
    @Ctx() ctx: Context,
  ): Promise<DecideProposalPayload> {
    return proposalPayload(await decide(ctx, "approveProposal", "APPROVED", input));
  }
}
