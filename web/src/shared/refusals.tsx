import type { Fault } from "./act";

/** Every reason at once, each with what to do. */
export function Refusals({ errors }: { readonly errors: readonly Fault[] }) {
  if (errors.length === 0) return null;
  return (
    <ul className="refusals" role="alert">
      {errors.map(({ message, remedy }, i) => (
        <li key={i}>
          {message} {remedy}
        </li>
      ))}
    </ul>
  );
}
