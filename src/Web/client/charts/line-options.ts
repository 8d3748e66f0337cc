import uPlot from "uplot";
import { format, titled, type LineData, type Series } from "./data";
import { colour, faded } from "./palette";
import { duration, timeSteps } from "./time-axis";

/** What the plot tells its element. */
export interface PlotEvents { zoomed(from: number, to: number): void; moved(x: number | null): void }

const font = (size: number) => `${size}px ${getComputedStyle(document.body).fontFamily}`;

/** Options of uPlot for the data, in the colours of the theme shown now. */
export function plotOptions(data: LineData, size: { width: number; height: number }, events: PlotEvents): uPlot.Options {
  const units = [...new Set(data.series.map((s) => s.unit ?? ""))].slice(0, 2);
  return {
    ...size,
    padding: [10, 14, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: true, y: false, dist: 6 }, points: { size: (_, i) => (data.series[i - 1]?.kind?.startsWith("band") ? 0 : 8) }, focus: { prox: 24 } },
    scales: { x: { time: false }, ...Object.fromEntries(units.map((unit, i) => [unit, { range: (u: uPlot) => banded(yRange(u, data, unit), data, i) }])) },
    axes: [xAxis(data), ...units.map((unit, i) => yAxis(data, unit, i))],
    series: [{ label: data.x.label }, ...seriesOptions(data.series, data.bands !== undefined)],
    bands: bands(data.series),
    hooks: {
      setScale: [(u, key) => key === "x" && events.zoomed(u.scales.x!.min!, u.scales.x!.max!)],
      setCursor: [(u) => events.moved(u.cursor.idx == null ? null : (u.data[0][u.cursor.idx] ?? null))],
      draw: [(u) => drawFlags(u, data.series), (u) => drawMarks(u, data)],
    },
  };
}

function xAxis(data: LineData): uPlot.Axis {
  const time = data.x.unit === "s";
  return {
    ...(time ? { incrs: timeSteps } : {}), label: time ? data.x.label : titled(data.x.label, data.x.unit), labelSize: 24, labelFont: font(12), font: font(11), stroke: colour("ink-3"), gap: 6,
    size: 30, grid: { show: false }, ticks: { show: false }, border: { show: true, stroke: colour("line-strong"), width: 1 },
    values: (_, ticks) => ticks.map((tick) => (time ? duration(tick, (ticks[1] ?? tick + 1) - ticks[0]!) : format(tick))),
  };
}

function yAxis(data: LineData, unit: string, index: number): uPlot.Axis {
  const label = data.series.find((s) => (s.unit ?? "") === unit && s.kind !== "flag")?.label ?? "";
  return {
    scale: unit, side: index === 0 ? 3 : 1, label: titled(label, unit), labelSize: 22, labelFont: font(12), font: font(11),
    stroke: colour("ink-3"), gap: 6, size: (_, values) => 14 + 6.6 * Math.max(2, ...(values ?? []).map((v) => v.length)),
    grid: { show: index === 0, stroke: colour("chart-grid"), width: 1 }, ticks: { show: false },
    values: (u, ticks) => (data.bands ? inside(yRange(u, data, unit), ticks) : evenly(ticks)),
  };
}

/** Two bands above each other instead of two lines over each other: the first unit in the upper half, the second in the lower. */
function banded([low, high]: [number, number], data: LineData, index: number): [number, number] {
  const room = 1.1 * (high - low);
  return !data.bands ? [low, high] : index === 0 ? [low - room, high] : [low, high + room];
}

/** Labels only where there is data. */
function inside([low, high]: [number, number], ticks: number[]): string[] {
  const labels = evenly(ticks);
  return labels.map((label, i) => (ticks[i]! < low || ticks[i]! > high ? "" : label));
}

/** Labels of one axis share their decimals, so that they line up. */
function evenly(ticks: number[]): string[] {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(Number(tick.toPrecision(8))).split(".")[1] ?? "").length));
  return ticks.map((tick) => tick.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
}

/** Flagged samples do not stretch the axis: they are drawn at its edge instead. */
function yRange(u: uPlot, data: LineData, unit: string): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  const [from, to] = [u.scales.x!.min ?? -Infinity, u.scales.x!.max ?? Infinity];
  const grow = (value: number) => {
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  data.series.forEach((series, index) => {
    if ((series.unit ?? "") !== unit || series.kind === "flag") return;
    u.data[index + 1]!.forEach((value, i) => value != null && u.data[0][i]! >= from && u.data[0][i]! <= to && grow(value));
  });
  const whole = from <= data.x.values[0]! && to >= data.x.values.at(-1)!;
  for (const mark of data.marks ?? []) if (mark.y != null && whole) grow(mark.y);
  if (low > high) return [0, 1];
  const pad = (high - low || Math.abs(high) * 0.1 || 1) * 0.08;
  return [low - pad, high + pad];
}

function seriesOptions(list: Series[], fine = false): uPlot.Series[] {
  let hue = 0;
  return list.map((series) => {
    const kind = series.kind ?? "line";
    if (kind === "points" || kind === "line") hue++;
    const stroke = colour(kind === "flag" ? "chart-flag" : `chart-${(Math.max(1, hue) - 1) % 6 + 1}`);
    const common = { label: series.label, scale: series.unit ?? "", stroke, spanGaps: kind !== "points", pxAlign: 0 };
    if (kind === "line") return { ...common, width: fine ? 1.25 : 2, points: { show: false } };
    if (kind === "points") return { ...common, width: 0, paths: () => null, points: pointStyle(series, stroke) };
    return { ...common, width: 0, points: { show: false }, paths: kind === "flag" ? () => null : undefined };
  });
}

function pointStyle(series: Series, stroke: string): uPlot.Series.Points {
  const dense = series.values.length > 400;
  return { show: true, size: dense ? 3 : 5, width: 0, fill: faded(stroke, dense ? 0.55 : 0.8), space: 0 };
}

function bands(list: Series[]): uPlot.Band[] {
  const result: uPlot.Band[] = [];
  list.forEach((series, i) => {
    const upper = list.findIndex((other, j) => j > i - 2 && other.kind === "band-upper");
    if (series.kind !== "band-lower" || upper < 0) return;
    const hue = Math.max(1, list.slice(0, i).filter((s) => s.kind === "line" || s.kind === "points").length);
    result.push({ series: [upper + 1, i + 1], fill: faded(colour(`chart-${(hue - 1) % 6 + 1}`), 0.16) });
  });
  return result;
}

/** A flagged sample is a hollow diamond; beyond the axis it becomes a triangle at the edge that points to it. */
function drawFlags(u: uPlot, list: Series[]): void {
  const pen = u.ctx;
  const ratio = devicePixelRatio;
  pen.save();
  pen.strokeStyle = colour("chart-flag");
  pen.fillStyle = colour("surface");
  pen.lineWidth = 1.5 * ratio;
  list.forEach((series, index) => {
    if (series.kind !== "flag") return;
    u.data[index + 1]!.forEach((value, i) => value != null && drawFlag(u, { x: u.data[0][i]!, y: value, scale: series.unit ?? "" }, 5 * ratio));
  });
  pen.restore();
}

function drawFlag(u: uPlot, at: { x: number; y: number; scale: string }, r: number): void {
  const x = u.valToPos(at.x, "x", true);
  if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) return;
  const wanted = u.valToPos(at.y, at.scale, true);
  const top = u.bbox.top + r;
  const bottom = u.bbox.top + u.bbox.height - r;
  const y = Math.min(Math.max(wanted, top), bottom);
  const pen = u.ctx;
  pen.beginPath();
  if (y === wanted) polygon(pen, [[x, y - r], [x + r, y], [x, y + r], [x - r, y]]);
  else if (y === top) polygon(pen, [[x, y - r], [x + r, y + r], [x - r, y + r]]);
  else polygon(pen, [[x, y + r], [x + r, y - r], [x - r, y - r]]);
  pen.fill();
  pen.stroke();
}

function polygon(pen: CanvasRenderingContext2D, corners: [number, number][]): void {
  corners.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}

function drawMarks(u: uPlot, data: LineData): void {
  const pen = u.ctx;
  const ratio = devicePixelRatio;
  pen.save();
  pen.strokeStyle = colour("ink-3");
  pen.fillStyle = colour("ink-2");
  pen.lineWidth = ratio;
  pen.setLineDash([4 * ratio, 4 * ratio]);
  pen.font = font(11 * ratio);
  for (const mark of data.marks ?? []) {
    const scale = data.series[0]?.unit ?? "";
    const { left, top, width, height } = u.bbox;
    const at = mark.x != null ? u.valToPos(mark.x, "x", true) : u.valToPos(mark.y ?? 0, scale, true);
    if (mark.x != null ? at < left || at > left + width : at < top || at > top + height) continue;
    pen.beginPath();
    if (mark.x != null) polygon(pen, [[at, top], [at, top + height]]);
    else polygon(pen, [[left, at], [left + width, at]]);
    pen.stroke();
    pen.textAlign = "left";
    if (mark.x != null) pen.fillText(mark.label, at + 5 * ratio, top + 12 * ratio);
    else pen.fillText(mark.label, left + 6 * ratio, at - 6 * ratio);
  }
  pen.restore();
}
