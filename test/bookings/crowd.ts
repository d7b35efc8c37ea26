/** Many members with an approved claim each, made in a few statements. */
import type { Asker, Door, TestWorld } from "../support/app.js";
import type { MadeClaim, MadeMember } from "../support/make.js";

export type Caller = { readonly member: MadeMember; readonly claim: MadeClaim; readonly asker: Asker };

/** Every second caller talks to the second gateway. */
export async function crowd(world: Pick<TestWorld, "make">, doors: readonly Door[], size: number): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (let made = 0; made < size; made += 50) {
    const batch = Array.from({ length: Math.min(50, size - made) }, async (_, i) => {
      const member = await world.make.member();
      const claim = await world.make.claim(member);
      return { member, claim, asker: (doors[i % doors.length] as Door).asMember(member) };
    });
    callers.push(...(await Promise.all(batch)));
  }
  return callers;
}
