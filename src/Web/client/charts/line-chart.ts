import uPlot from "uplot";
import { ChartElement } from "./chart-element";
import { format, save, titled, toCsv, type LineData } from "./data";
import { decimate, lowerBound } from "./decimate";
import { plotOptions } from "./line-options";

/** Most samples drawn at once; zooming in brings the others back. */
const drawnSamples = 6000;

/**
 * `<vl-line-chart src="data.json" height="320" label="Capacity over cycles">`: measured points, estimates with their
 * interval and flagged samples over one axis. Keys: + and - zoom, arrows move the readout, Shift+arrows pan, 0 resets.
 */
export class LineChart<T extends LineData = LineData> extends ChartElement<T> {
  protected plot: uPlot | null = null;
  private readonly stage = document.createElement("div");
  protected readonly readout = document.createElement("p");
  private readonly live = document.createElement("p");
  private announcing = 0;
  protected view: [number, number] | null = null;
  private built = false;

  protected draw(width: number): void {
    if (!this.data) return;
    if (!this.built) this.build();
    if (this.plot && this.plot.width !== width && this.dataset.theme === this.themeKey()) {
      this.plot.setSize({ width, height: this.plotHeight(width) });
      return;
    }
    this.dataset.theme = this.themeKey();
    this.plot?.destroy();
    this.plot = new uPlot(plotOptions(this.data, { width, height: this.plotHeight(width) }, {
      zoomed: (from, to) => this.zoomed(from, to),
      moved: (x) => this.show(x),
    }), this.columns(...this.range()) as uPlot.AlignedData, this.stage);
    const [from, to] = this.range();
    this.plot.setScale("x", { min: from, max: to });
  }

  private themeKey(): string {
    return getComputedStyle(this).getPropertyValue("color");
  }

  private plotHeight(width: number): number {
    return Math.min(Number(this.getAttribute("height") ?? 320), Math.max(220, Math.round(width * 0.7)));
  }

  private build(): void {
    this.built = true;
    this.stage.className = "vl-plot";
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-roledescription", "interactive chart");
    this.stage.setAttribute("aria-label", `${this.getAttribute("label") ?? "Chart"}. Arrow keys read values, plus and minus zoom, 0 resets.`);
    this.stage.addEventListener("keydown", (event) => this.key(event));
    this.readout.className = "vl-readout";
    this.readout.setAttribute("aria-hidden", "true");
    this.live.className = "visually-hidden";
    this.live.setAttribute("aria-live", "polite");
    const bar = document.createElement("div");
    bar.className = "vl-bar";
    bar.append(this.readout, this.tools());
    this.host.append(this.stage, bar, this.live);
    this.show(null);
  }

  private tools(): HTMLElement {
    const tools = document.createElement("div");
    tools.className = "vl-tools";
    const add = (text: string, label: string, act: () => void) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button--quiet button--small";
      button.textContent = text;
      button.title = label;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", act);
      tools.append(button);
    };
    add("−", "Zoom out", () => this.zoom(2));
    add("+", "Zoom in", () => this.zoom(0.5));
    add("Reset", "Show everything", () => this.reset());
    add("PNG", "Download as picture", () => this.picture());
    if (!this.closest("figure")?.querySelector("[data-csv]")) add("CSV", "Download the data as CSV", () => this.csv());
    return tools;
  }

  protected full(): [number, number] {
    const values = this.data!.x.values;
    const first = values[0] ?? 0;
    const last = values[values.length - 1] ?? 1;
    return first === last ? [first - 0.5, last + 0.5] : [first, last];
  }

  protected range(): [number, number] {
    return this.view ?? this.full();
  }

  protected columns(from: number, to: number): (number | null)[][] {
    const data = this.data!;
    const x = data.x.values;
    const start = Math.max(0, lowerBound(x, from) - 1);
    const end = Math.min(x.length, lowerBound(x, to) + 2);
    const flags = data.series.flatMap((s, i) => (s.kind === "flag" ? [i + 1] : []));
    return decimate([x, ...data.series.map((s) => s.values)], [start, end], drawnSamples, flags);
  }

  protected zoomed(from: number, to: number): void {
    const [low, high] = this.full();
    const whole = from <= low && to >= high;
    this.view = whole ? null : [from, to];
    if (this.data!.x.values.length > drawnSamples / 4) this.plot?.setData(this.columns(from, to) as uPlot.AlignedData, false);
    this.plot?.redraw();
  }

  private setView(from: number, to: number): void {
    const [low, high] = this.full();
    const width = Math.min(to - from, high - low);
    const start = Math.min(Math.max(from, low), high - width);
    this.plot?.setScale("x", { min: start, max: start + width });
  }

  private zoom(factor: number): void {
    const [from, to] = this.range();
    const centre = this.cursorX() ?? (from + to) / 2;
    this.setView(centre - (centre - from) * factor, centre + (to - centre) * factor);
  }

  private reset(): void {
    this.setView(...this.full());
  }

  private pan(share: number): void {
    const [from, to] = this.range();
    const step = (to - from) * share;
    this.setView(from + step, to + step);
  }

  private cursorX(): number | null {
    const index = this.plot?.cursor.idx;
    return index == null ? null : (this.plot!.data[0][index] ?? null);
  }

  private step(by: number): void {
    const plot = this.plot!;
    const x = plot.data[0];
    const [from, to] = this.range();
    const first = lowerBound(x, from);
    const last = Math.max(first, lowerBound(x, to + Number.EPSILON * Math.abs(to)) - 1);
    const now = plot.cursor.idx ?? (by > 0 ? first - by : last - by);
    const next = Math.min(Math.max(now + by, 0), x.length - 1);
    if (next < first || next > last) this.pan(by > 0 ? 0.25 : -0.25);
    const value = plot.data[0][Math.min(next, plot.data[0].length - 1)]!;
    plot.setCursor({ left: plot.valToPos(value, "x"), top: plot.bbox.height / devicePixelRatio / 2 });
    this.announce();
  }

  private key(event: KeyboardEvent): void {
    const actions: Record<string, () => void> = {
      "+": () => this.zoom(0.5),
      "=": () => this.zoom(0.5),
      "-": () => this.zoom(2),
      "0": () => this.reset(),
      ArrowRight: () => (event.shiftKey ? this.pan(0.2) : this.step(1)),
      ArrowLeft: () => (event.shiftKey ? this.pan(-0.2) : this.step(-1)),
      Home: () => this.setView(...shifted(this.range(), this.full()[0])),
      Escape: () => this.plot?.setCursor({ left: -10, top: -10 }),
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }

  protected show(x: number | null): void {
    const data = this.data!;
    if (x === null) {
      this.readout.textContent = `${data.x.values.length.toLocaleString("en")} samples. Drag to zoom.`;
      return;
    }
    const index = lowerBound(data.x.values, x);
    this.readout.replaceChildren(strong(`${data.x.label} ${format(x, data.x.unit)}`));
    for (const series of data.series) {
      const value = series.values[index];
      if (value != null) this.readout.append(` · ${series.label} `, strong(format(value, series.unit)));
    }
  }

  private announce(): void {
    clearTimeout(this.announcing);
    this.announcing = window.setTimeout(() => (this.live.textContent = this.readout.textContent), 350);
  }

  private csv(): void {
    save(new Blob([toCsv(this.data!)], { type: "text/csv" }), `${this.fileName()}.csv`);
  }

  private picture(): void {
    const source = this.plot!.ctx.canvas;
    const copy = document.createElement("canvas");
    copy.width = source.width;
    copy.height = source.height;
    const pen = copy.getContext("2d")!;
    pen.fillStyle = getComputedStyle(this.closest(".panel") ?? document.body).backgroundColor;
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(source, 0, 0);
    copy.toBlob((blob) => blob && save(blob, `${this.fileName()}.png`));
  }

  private fileName(): string {
    const title = this.getAttribute("label") ?? titled(this.data!.x.label);
    return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "chart";
  }
}

function strong(text: string): HTMLElement {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}

function shifted(view: [number, number], start: number): [number, number] {
  return [start, start + view[1] - view[0]];
}

customElements.define("vl-line-chart", LineChart);
