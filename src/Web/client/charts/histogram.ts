import { ChartElement } from "./chart-element";
import { format, titled, type Bin, type HistogramData } from "./data";

const space = "http://www.w3.org/2000/svg";
const margin = { top: 18, right: 8, bottom: 40, left: 34 };

/** `<vl-histogram src="data.json" label="State of health">`: a distribution as bars; each bar can be focused and read. */
class Histogram extends ChartElement<HistogramData> {
  protected draw(width: number): void {
    const data = this.data!;
    const bins = data.bins ?? binned(data.values ?? []);
    const height = Number(this.getAttribute("height") ?? 220);
    const svg = element("svg", { class: "bars", viewBox: `0 0 ${width} ${height}`, width, height, role: "group" });
    svg.setAttribute("aria-label", `${this.getAttribute("label") ?? titled(data.x.label, data.x.unit)}: distribution in ${bins.length} bars`);
    if (bins.length > 0) this.fill(svg, bins, { width, height });
    this.host.replaceChildren(svg);
  }

  private fill(svg: SVGElement, bins: Bin[], size: { width: number; height: number }): void {
    const [low, high] = [bins[0]!.from, bins[bins.length - 1]!.to];
    const most = Math.max(1, ...bins.map((bin) => bin.count));
    const x = (value: number) => margin.left + ((value - low) / (high - low || 1)) * (size.width - margin.left - margin.right);
    const y = (count: number) => size.height - margin.bottom - (count / most) * (size.height - margin.top - margin.bottom);
    this.axes(svg, { x, y }, { bins, most, ...size });
    bins.forEach((bin) => svg.append(this.bar(bin, x, y)));
    for (const mark of this.data!.marks ?? []) if (mark.x != null) svg.append(...markLines(mark.label, x(mark.x), size));
  }

  private bar(bin: Bin, x: (v: number) => number, y: (c: number) => number): SVGElement {
    const { unit } = this.data!.x;
    const group = element("g", { tabindex: bin.count > 0 ? 0 : -1, role: "img" });
    const text = `${format(bin.from)} to ${format(bin.to, unit)}: ${format(bin.count)} ${this.data!.noun ?? ""}`.trim();
    group.setAttribute("aria-label", text);
    const title = element("title", {});
    title.textContent = text;
    const [left, right] = [x(bin.from) + 1, x(bin.to) - 1];
    const box = { x: left, width: Math.max(1, right - left) };
    group.append(title,
      element("rect", { ...box, class: "bars__hit", y: margin.top, height: y(0) - margin.top }),
      element("rect", { ...box, class: "bars__bar", y: y(bin.count), height: y(0) - y(bin.count), rx: 1.5 }));
    return group;
  }

  private axes(svg: SVGElement, at: { x: (v: number) => number; y: (c: number) => number }, of: { bins: Bin[]; most: number; width: number; height: number }): void {
    const middle = Math.round(of.most / 2);
    for (const count of [...new Set([0, middle, of.most])]) {
      svg.append(element("line", { x1: margin.left, x2: of.width - margin.right, y1: at.y(count), y2: at.y(count) }));
      svg.append(label(format(count), margin.left - 6, at.y(count) + 4, "end"));
    }
    const every = Math.max(1, Math.ceil(of.bins.length / Math.max(2, Math.floor(of.width / 70))));
    of.bins.forEach((bin, i) => i % every === 0 && svg.append(label(format(bin.from), at.x(bin.from), of.height - margin.bottom + 16, "middle")));
    svg.append(label(titled(this.data!.x.label, this.data!.x.unit), margin.left + (of.width - margin.left) / 2, of.height - 6, "middle"));
  }
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

function label(text: string, x: number, y: number, anchor: string): SVGElement {
  const node = element("text", { x, y, "text-anchor": anchor });
  node.textContent = text;
  return node;
}

function markLines(text: string, x: number, size: { height: number }): SVGElement[] {
  return [element("line", { class: "bars__mark", x1: x, x2: x, y1: margin.top - 4, y2: size.height - margin.bottom }), label(text, x, margin.top - 8, "middle")];
}

/** Bins of a round width, about the square root of the count many, at most 40. */
function binned(values: number[]): Bin[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const wanted = (high - low || 1) / Math.min(40, Math.max(5, Math.ceil(Math.sqrt(values.length))));
  const scale = 10 ** Math.floor(Math.log10(wanted));
  const width = [1, 2, 2.5, 5, 10].map((step) => step * scale).find((step) => step >= wanted) ?? wanted;
  const first = Math.floor(low / width);
  const counts = new Array<number>(Math.floor(high / width) - first + 1).fill(0);
  for (const value of values) counts[Math.floor(value / width) - first]!++;
  return counts.map((count, i) => ({ from: (first + i) * width, to: (first + i + 1) * width, count }));
}

customElements.define("vl-histogram", Histogram);
