/** States and the moves between them as data: what can be read can be proved reachable. */
type Move<S extends string> = { readonly from: readonly S[]; readonly to: S };

/** Verb to move. A verb leads to one state, whatever state it starts from. */
export type Moves<S extends string, V extends string> = Readonly<Record<V, Move<S>>>;

export function canMove<S extends string, V extends string>(moves: Moves<S, V>, verb: V, from: S): boolean {
  return moves[verb].from.includes(from);
}

/** Every state that some chain of moves leads to, the first one included. */
export function reachable<S extends string, V extends string>(moves: Moves<S, V>, first: S): ReadonlySet<S> {
  const found = new Set<S>([first]);
  // a set that grows while it is walked: each new state is looked at in its turn
  for (const state of found) for (const move of movesOf(moves)) if (move.from.includes(state)) found.add(move.to);
  return found;
}

/** States that nothing leads out of. */
export function finalStates<S extends string, V extends string>(moves: Moves<S, V>, states: readonly S[]): readonly S[] {
  return states.filter((state) => !movesOf(moves).some((move) => move.from.includes(state)));
}

function movesOf<S extends string, V extends string>(moves: Moves<S, V>): readonly Move<S>[] {
  return Object.values<Move<S>>(moves);
}
