/** Axis of a chart with its values, ascending. */
export interface Axis { label: string; unit?: string | null; values: number[] }

export type SeriesKind = "points" | "line" | "band-lower" | "band-upper" | "flag";

/** One series over the axis; a missing sample is null. A flagged sample belongs to a series of the kind "flag" only. */
export interface Series { label: string; unit?: string | null; values: (number | null)[]; kind?: SeriesKind }

/** A line across the plot: vertical at x, or horizontal at y. */
export interface Mark { x?: number; y?: number; label: string }

/** What `<vl-line-chart>` reads; `bands` draws two units in two bands, finely. */
export interface LineData { x: Axis; series: Series[]; marks?: Mark[]; bands?: boolean }

/** A bar of a histogram: from (inclusive) to (exclusive). */
export interface Bin { from: number; to: number; count: number }

/** What `<vl-histogram>` reads: ready bins, or values to bin. */
export interface HistogramData { x: { label: string; unit?: string | null }; bins?: Bin[]; values?: number[]; marks?: Mark[]; noun?: string }

/** Reads the data of a chart element: from `src`, or from a JSON data block inside it. */
export async function readData<T>(element: HTMLElement, signal: AbortSignal): Promise<T> {
  const src = element.getAttribute("src");
  if (!src) {
    const block = element.querySelector('script[type="application/json"]');
    if (!block) throw new Error("The chart has neither src nor data.");
    return JSON.parse(block.textContent ?? "") as T;
  }
  const response = await fetch(src, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`The data could not be read (HTTP ${response.status}).`);
  return (await response.json()) as T;
}

/** Formats a number for a readout: up to six significant digits, grouped. */
export function format(value: number | null | undefined, unit?: string | null): string {
  if (value == null || !Number.isFinite(value)) return "–";
  const text = value.toLocaleString("en", { maximumSignificantDigits: 6 });
  return unit ? `${text}\u00a0${unit}` : text;
}

/** Label of an axis with its unit. */
export function titled(label: string, unit?: string | null): string {
  return unit ? `${label} (${unit})` : label;
}

/** The data of a line chart as comma-separated values (RFC 4180). */
export function toCsv(data: LineData): string {
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = [data.x, ...data.series].map((part) => quote(titled(part.label, part.unit))).join(",");
  const rows = data.x.values.map((x, i) => [x, ...data.series.map((s) => s.values[i] ?? "")].join(","));
  return [head, ...rows, ""].join("\r\n");
}

/** Hands a blob to the reader as a file. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
