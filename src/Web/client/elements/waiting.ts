/**
 * Says that an answer takes a while, and lets the visitor stop waiting: the server notices and stops working. It appears after a moment
 * only, so that quick answers do not flicker, and for pages alone: what is downloaded comes from /api/ and leaves the page where it is.
 */
const patience = 500;
const longest = 120_000;

class Waiting {
  private bar: HTMLElement | null = null;
  private timers: number[] = [];

  begin(): void {
    this.end();
    this.timers.push(window.setTimeout(() => this.show(), patience), window.setTimeout(() => this.end(), longest));
  }

  end(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers = [];
    this.bar?.remove();
    this.bar = null;
  }

  private show(): void {
    const began = Date.now() - patience;
    const bar = document.createElement("div");
    bar.className = "waiting";
    const text = document.createElement("span");
    text.setAttribute("role", "status");
    text.textContent = "Working";
    const seconds = document.createElement("span");
    seconds.className = "waiting__time";
    seconds.setAttribute("aria-hidden", "true");
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "button button--small";
    stop.textContent = "Stop";
    stop.title = "Stop waiting (Escape)";
    stop.addEventListener("click", () => this.stop());
    bar.append(text, seconds, stop);
    document.body.append(bar);
    this.bar = bar;
    const tell = (): void => {
      seconds.textContent = `${Math.round((Date.now() - began) / 1000)} s`;
    };
    tell();
    this.timers.push(window.setInterval(tell, 1000));
  }

  stop(): void {
    window.stop();
    this.end();
  }

  get isShown(): boolean {
    return this.bar !== null;
  }
}

const waiting = new Waiting();

function leadsToPage(address: string, target: string | null): boolean {
  if (target && target !== "_self") return false;
  const url = new URL(address, location.href);
  const stays = url.pathname === location.pathname && url.search === location.search && url.hash !== "";
  return url.origin === location.origin && !stays && !url.pathname.startsWith("/api/") && !url.pathname.startsWith("/openapi/");
}

// Only the pages of the house are in English; the public passport has other languages, and answers at once.
if (document.documentElement.lang === "en") {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const button = event.submitter as HTMLButtonElement | null;
    setTimeout(() => {
      if (!event.defaultPrevented && form.method !== "dialog" && leadsToPage(button?.getAttribute("formaction") ?? form.action, form.getAttribute("target"))) waiting.begin();
    });
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.hasAttribute("download")) return;
    setTimeout(() => {
      if (!event.defaultPrevented && leadsToPage(link.href, link.getAttribute("target"))) waiting.begin();
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && waiting.isShown) waiting.stop();
  });
  // Back from the history, the page may be as it was left.
  window.addEventListener("pageshow", () => waiting.end());
}
