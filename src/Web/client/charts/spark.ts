const space = "http://www.w3.org/2000/svg";

/** `<vl-spark values="1 0.98 0.95">`: a line the size of a word, for data that arrives after the page did. */
class Spark extends HTMLElement {
  static readonly observedAttributes = ["values"];

  connectedCallback(): void {
    this.draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.draw();
  }

  private draw(): void {
    const values = (this.getAttribute("values") ?? "").split(/[\s,]+/).filter(Boolean).map(Number).filter(Number.isFinite);
    if (values.length < 2) return;
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const points = values.map((v, i) => `${((i / (values.length - 1)) * 100).toFixed(2)},${(22 - ((v - low) / (high - low || 1)) * 20).toFixed(2)}`);
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", "spark");
    svg.setAttribute("viewBox", "0 0 100 24");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(space, "polyline");
    for (const [key, value] of Object.entries({ points: points.join(" "), fill: "none", stroke: "currentColor", "stroke-width": "1.5", "vector-effect": "non-scaling-stroke" })) line.setAttribute(key, value);
    svg.append(line);
    this.replaceChildren(svg);
  }
}

customElements.define("vl-spark", Spark);
