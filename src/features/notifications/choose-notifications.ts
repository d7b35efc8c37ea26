import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { runMutation, runQuery } from "../../gateway/api/run-operation.js";
import { present } from "../../kernel/invariant.js";
import { write } from "../../platform/postgres/write.js";
import { auditRow } from "../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import { ActPayload, KeyedInput } from "../../vocabulary/act.type.js";
import { LanguageEnum, type Language } from "../../vocabulary/language.type.js";
import { userErrors } from "../../vocabulary/user-error.type.js";
import { choiceOf, choose, type NotificationChoiceRow } from "./notification.store.js";

@visibleTo("MEMBER")
@ObjectType("NotificationChoice", {
  description:
    "How a member wants to be told of appointments and answers. Whoever wants neither e-mail nor text messages gets Digital Post.",
})
export class NotificationChoiceType {
  @Field(() => Boolean, { description: "By e-mail." })
  email!: boolean;
  @Field(() => Boolean, { description: "By text message, outside of quiet hours." })
  sms!: boolean;
  @Field(() => LanguageEnum, { description: "In which language." })
  language!: Language;
}

@InputType({ description: "How you want to be told." })
export class ChooseNotificationsInput extends KeyedInput {
  @Field(() => Boolean, { description: "By e-mail." })
  email!: boolean;
  @Field(() => Boolean, { description: "By text message." })
  sms!: boolean;
  @Field(() => LanguageEnum, { description: "In which language." })
  language!: Language;
}

@visibleTo("MEMBER")
@ObjectType({ description: "The choice, or every reason why not." })
export class ChooseNotificationsPayload extends ActPayload {
  @Field(() => NotificationChoiceType, { nullable: true, description: "The choice as it stands now; null when it was refused." })
  choice!: NotificationChoiceType | null;
}

@Resolver()
export class ChooseNotifications {
  @visibleTo("MEMBER")
  @Query(() => NotificationChoiceType, {
    description: "How you are told; what holds before a choice is e-mail and text message, in Danish.",
  })
  async notificationChoice(@Ctx() ctx: Context): Promise<NotificationChoiceType> {
    const choice = await runQuery(ctx, (tx) => choiceOf(tx, ownIdOf(ctx)));
    return present(choice, "everybody has a choice, made or not");
  }

  @visibleTo("MEMBER")
  @Mutation(() => ChooseNotificationsPayload, {
    description: "Chooses how you are told, also of a child in your custody. Messages say times and places and nothing of what is treated.",
  })
  async chooseNotifications(
    @Arg("input", () => ChooseNotificationsInput) input: ChooseNotificationsInput,
    @Ctx() ctx: Context,
  ): Promise<ChooseNotificationsPayload> {
    const memberId = ownIdOf(ctx);
    const keyed: IdempotencyKey = { operation: "chooseNotifications", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<NotificationChoiceRow | null>(ctx, {
      operation: "chooseNotifications",
      keyed,
      work: async (tx) => {
        await choose(tx, memberId, input);
        const audited = { operation: "chooseNotifications", memberId, object: "Member", objectId: memberId, outcome: "ALLOWED" } as const;
        await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [outcomeOf(ctx.viewer.subject, keyed, {})]);
        return choiceOf(tx, memberId);
      },
      replay: (tx) => choiceOf(tx, memberId),
    });
    return { choice: result, errors: userErrors(errors), replayed };
  }
}

/** The person behind the login comes first. */
function ownIdOf({ viewer }: Context): string {
  return present(viewer.memberIds[0], "a member acts for somebody, first of all for themselves");
}
