import type uPlot from "uplot";
import { format, type LineData } from "./data";
import { decimate } from "./decimate";
import { LineChart } from "./line-chart";

/** What the window endpoint of a series answers. */
interface WindowData extends LineData { from: number; to: number; first: number; last: number; samples: number; total: number; exact: boolean }

const patience = 120;
const tableRows = 100;

/**
 * `<vl-series-window src="/api/v1/series/ID/window?channels=..." table="id">`: a measured series of any length. Holds only what
 * the view needs and asks the server again whenever one zooms or pans; of every column the extremes stay, so no spike is lost.
 */
class SeriesWindow extends LineChart<WindowData> {
  private waiting = 0;
  private shown = "";
  private request: AbortController | null = null;

  protected override draw(width: number): void {
    if (!this.plot && this.data) this.adopt(this.data);
    super.draw(width);
    this.tell();
  }

  protected override full(): [number, number] {
    const { first, last } = this.data!;
    return first === last ? [first - 0.5, last + 0.5] : [first, last];
  }

  protected override zoomed(from: number, to: number): void {
    const [low, high] = this.full();
    this.view = from <= low && to >= high ? null : [from, to];
    if (this.viewKey() === this.shown) return;
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.ask(), patience);
  }

  protected override show(x: number | null): void {
    if (x !== null) return super.show(x);
    const { samples, total, exact } = this.data!;
    const seen = samples === total ? `${format(total)} samples` : `${format(samples)} of ${format(total)} samples`;
    this.readout.textContent = `${seen}${exact ? "" : ", thinned to the extremes"}. Drag to zoom.`;
  }

  /** A page may open on a part of the series. */
  private adopt(data: WindowData): void {
    data.bands = new Set(data.series.map((s) => s.unit ?? "")).size === 2;
    this.view = data.from > data.first || data.to < data.last ? [data.from, data.to] : null;
    this.shown = this.viewKey();
  }

  private viewKey(): string {
    return this.view ? this.view.join(":") : "";
  }

  private address(src: string): URL {
    const url = new URL(src, location.href);
    url.searchParams.delete("from");
    url.searchParams.delete("to");
    if (this.view) {
      url.searchParams.set("from", String(this.view[0]));
      url.searchParams.set("to", String(this.view[1]));
    }
    return url;
  }

  private async ask(): Promise<void> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const key = this.viewKey();
    try {
      const response = await fetch(this.address(this.getAttribute("src")!), { signal: request.signal, headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(`The window could not be read (HTTP ${response.status}).`);
      this.data = { ...((await response.json()) as WindowData), bands: this.data!.bands };
    } catch (error) {
      if (!request.signal.aborted) this.readout.textContent = error instanceof Error ? error.message : "The window could not be read.";
      return;
    }
    this.shown = key;
    const [from, to] = this.range();
    this.plot?.setData(this.columns(from, to) as uPlot.AlignedData, false);
    this.plot?.setScale("x", { min: from, max: to });
    this.show(null);
    this.tell();
  }

  /** Says outside the plot what it shows: the table beside it, the address of the CSV, and attributes. */
  private tell(): void {
    const data = this.data!;
    this.dataset.samples = String(data.samples);
    this.dataset.drawn = String(data.x.values.length);
    const csv = this.closest("figure")?.querySelector<HTMLAnchorElement>("[data-csv]");
    if (csv) csv.href = this.address((csv.dataset.base ??= csv.getAttribute("href")!)).href;
    const body = document.getElementById(this.getAttribute("table") ?? "")?.querySelector("tbody");
    if (body) body.replaceChildren(...this.rows());
  }

  private rows(): HTMLElement[] {
    const data = this.data!;
    const columns = decimate([data.x.values, ...data.series.map((s) => s.values)], [0, data.x.values.length], tableRows, []);
    return (columns[0] ?? []).map((x, i) => {
      const row = document.createElement("tr");
      row.append(cell("th", format(x), data.x.label), ...data.series.map((s, c) => cell("td", format(columns[c + 1]![i]), s.label)));
      return row;
    });
  }
}

function cell(kind: "th" | "td", text: string, label: string): HTMLElement {
  const element = document.createElement(kind);
  if (kind === "th") element.setAttribute("scope", "row");
  element.className = "num";
  element.dataset.label = label;
  const inner = document.createElement("div");
  inner.textContent = text;
  element.append(inner);
  return element;
}

customElements.define("vl-series-window", SeriesWindow);
