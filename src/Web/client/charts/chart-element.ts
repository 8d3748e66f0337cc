import { readData } from "./data";
import { onThemeChange } from "./palette";

/** Common life of a chart element: loads its data when near the screen, keeps the fallback when that fails. */
export abstract class ChartElement<T> extends HTMLElement {
  protected data: T | null = null;
  protected readonly host = document.createElement("div");
  private readonly cleanups: (() => void)[] = [];

  connectedCallback(): void {
    const abort = new AbortController();
    this.cleanups.push(() => abort.abort());
    const near = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      void this.load(abort.signal);
    }, { rootMargin: "300px" });
    near.observe(this);
    this.cleanups.push(() => near.disconnect());
  }

  disconnectedCallback(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
  }

  /** Draws the data into `host`; called again when the theme or the width changes. */
  protected abstract draw(width: number): void;

  private async load(signal: AbortSignal): Promise<void> {
    try {
      this.data ??= await readData<T>(this, signal);
    } catch (error) {
      if (!signal.aborted) this.explain(error);
      return;
    }
    for (const child of [...this.children]) if (child !== this.host) (child as HTMLElement).hidden = true;
    for (const child of [...this.children]) if (child instanceof SVGElement) child.setAttribute("hidden", "");
    this.append(this.host);
    this.watch();
  }

  private watch(): void {
    let width = 0;
    const resize = new ResizeObserver(() => {
      const now = Math.floor(this.clientWidth);
      if (now === width || now === 0) return;
      width = now;
      this.draw(now);
    });
    resize.observe(this);
    // Paper is narrower than the window and always light: what observes sizes would notice only after the print.
    const paper = matchMedia("print");
    const print = () => this.draw(Math.floor(this.clientWidth) || width);
    paper.addEventListener("change", print);
    this.cleanups.push(() => resize.disconnect(), () => paper.removeEventListener("change", print), onThemeChange(() => this.draw(width)));
    this.dataset.ready = "";
  }

  private explain(error: unknown): void {
    const note = document.createElement("p");
    note.className = "vl-failed";
    note.textContent = `${error instanceof Error ? error.message : "The chart could not be drawn."} Shown instead: a summary.`;
    this.prepend(note);
  }
}
