import { useMemo, type KeyboardEvent } from "react";
import { DENMARK, DENMARK_BOX, onMap } from "./denmark";
import "./map.css";

export type Spot = {
  readonly key: string;
  readonly at: { readonly latitude: number; readonly longitude: number };
  /** What it is, for those who listen and in the tip. */
  readonly label: string;
  /** "shortage" grows with its size, "place" is where somebody can be met, "remedy" what would help, "dot" is only for orientation. */
  readonly kind: "shortage" | "place" | "remedy" | "dot";
  readonly size?: number;
  /** A word or figure in it. */
  readonly sign?: string;
};

const LEAST_BOX = 30;

/**
 * Denmark with spots on it, drawn from the coasts that the project ships: no tiles, no other server. Everything that it shows stands in a
 * list beside it as well. `near` shows the part of the country that the spots are in.
 */
export function CountryMap({
  label,
  spots,
  chosen = null,
  choose,
  near = false,
}: {
  readonly label: string;
  readonly spots: readonly Spot[];
  readonly chosen?: string | null;
  readonly choose?: (key: string) => void;
  readonly near?: boolean;
}) {
  const box = useMemo(() => (near ? boxAround(spots) : DENMARK_BOX), [near, spots]);
  // signs keep their size on the screen, however far the map is drawn in
  const unit = (near ? 1.8 : 1) * (box.width / DENMARK_BOX.width);
  return (
    <svg
      className="country"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="group"
      aria-label={label}
      preserveAspectRatio="xMidYMid meet"
    >
      <path className="land" d={DENMARK} strokeWidth={0.6 * unit} />
      {spots.map((spot) => {
        const { x, y } = onMap(spot.at);
        const radius = unit * (spot.kind === "dot" ? 1.6 : spot.kind === "shortage" ? 6 + 2.2 * Math.sqrt(spot.size ?? 1) : 6);
        const on = spot.key === chosen;
        if (spot.kind === "dot") return <circle key={spot.key} className="dot" cx={x} cy={y} r={radius} />;
        const press = choose ? pressed(() => choose(spot.key)) : {};
        return (
          <g
            key={spot.key}
            className={`spot ${spot.kind}${on ? " on" : ""}`}
            aria-label={spot.label}
            aria-pressed={choose ? on : undefined}
            {...press}
          >
            <title>{spot.label}</title>
            <circle className="reach" cx={x} cy={y} r={Math.max(radius, 13 * unit)} />
            {spot.kind === "remedy" ? (
              <path
                className="mark"
                d={`M${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}L${x - radius} ${y}Z`}
                strokeWidth={unit}
              />
            ) : (
              <circle className="mark" cx={x} cy={y} r={radius} strokeWidth={unit} />
            )}
            {spot.sign && (
              <text x={x} y={y} fontSize={7.5 * unit} dy="0.35em" textAnchor="middle">
                {spot.sign}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function pressed(act: () => void) {
  return {
    role: "button",
    tabIndex: 0,
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}

/** A part of the country in the shape of the whole, with room around the spots. */
function boxAround(spots: readonly Spot[]): { x: number; y: number; width: number; height: number } {
  const points = spots.map(({ at }) => onMap(at));
  if (points.length === 0) return DENMARK_BOX;
  const shape = DENMARK_BOX.height / DENMARK_BOX.width;
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const width = Math.min(Math.max((right - left) * 1.3, ((bottom - top) * 1.3) / shape, LEAST_BOX), DENMARK_BOX.width);
  return { x: (left + right - width) / 2, y: (top + bottom - width * shape) / 2, width, height: width * shape };
}
