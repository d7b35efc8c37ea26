import { distanceKm, toPlane, type Place } from "../../src/kernel/place.js";

const RØNNE = { lat: 55.1065, lon: 14.7247 };
const SKAGEN = { lat: 57.7208, lon: 10.5621 };
const GEDSER = { lat: 54.5751, lon: 11.9259 };
const ESBJERG = { lat: 55.4765, lon: 8.4594 };
const KØBENHAVN = { lat: 55.6761, lon: 12.5683 };

const onPlane = (a: Place, b: Place): number => {
  const [p, q] = [toPlane(a.lat, a.lon), toPlane(b.lat, b.lon)];
  return Math.hypot(p.x - q.x, p.y - q.y);
};

describe("places on the plane", () => {
  const corners = [RØNNE, SKAGEN, GEDSER, ESBJERG, KØBENHAVN];

  it.each(corners.flatMap((a, i) => corners.slice(i + 1).map((b) => [a, b] as const)))(
    "are as far apart as on the globe, within 0.15 % (%j to %j)",
    (a, b) => {
      expect(Math.abs(onPlane(a, b) / distanceKm(a, b) - 1)).toBeLessThan(0.0015);
    },
  );

  it("keep short distances on Bornholm, the far end, within 0.15 %", () => {
    const nexø = { lat: 55.0608, lon: 15.1306 };
    expect(Math.abs(onPlane(RØNNE, nexø) / distanceKm(RØNNE, nexø) - 1)).toBeLessThan(0.0015);
  });

  it("have east to the right and north up", () => {
    expect(toPlane(56, 11).x).toBeGreaterThan(toPlane(56, 10).x);
    expect(toPlane(57, 10).y).toBeGreaterThan(toPlane(56, 10).y);
    expect(toPlane(56, 10.5).x).toBeCloseTo(0, 9);
  });
});

describe("distance", () => {
  it("is nothing to oneself and the same both ways", () => {
    expect(distanceKm(RØNNE, RØNNE)).toBe(0);
    expect(distanceKm(RØNNE, SKAGEN)).toBeCloseTo(distanceKm(SKAGEN, RØNNE), 9);
  });

  it("from Copenhagen to Rønne is about 150 km", () => {
    expect(distanceKm(KØBENHAVN, RØNNE)).toBeGreaterThan(145);
    expect(distanceKm(KØBENHAVN, RØNNE)).toBeLessThan(155);
  });
});
