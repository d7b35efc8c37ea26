import { useNavigate, useSearch } from "@tanstack/react-router";
import { useOwn } from "../words";
import { clinicWords } from "./words";

type Named = { readonly id: string; readonly name: string };

/** Which clinic of the company the page is about; left out, the first. */
export function useChosenClinic(): { readonly clinicId?: string } {
  const { clinic } = useSearch({ strict: false }) as { readonly clinic?: string };
  return clinic ? { clinicId: clinic } : {};
}

/** Another clinic of the company; nothing where there is only one. */
export function ClinicChoice({ clinics, chosen }: { readonly clinics: readonly Named[]; readonly chosen: string | undefined }) {
  const own = useOwn(clinicWords);
  const navigate = useNavigate();
  if (clinics.length < 2) return null;
  return (
    <select
      className="only"
      aria-label={own.clinic}
      value={chosen ?? ""}
      onChange={(event) => void navigate({ to: ".", search: ((old: object) => ({ ...old, clinic: event.target.value })) as never })}
    >
      {clinics.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
