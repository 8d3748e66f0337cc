import { chooseTheme, isDark } from "./theme-store";

/** Turns the button inside into a switch between light and dark; choosing what the system prefers forgets the choice. */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    button?.addEventListener("click", () => this.toggle());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.label());
    this.label();
  }

  private toggle(): void {
    const next = isDark() ? "light" : "dark";
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    chooseTheme(next === system ? "system" : next);
    this.label();
  }

  private label(): void {
    this.querySelector("button")?.setAttribute("aria-pressed", String(isDark()));
  }
}

customElements.define("vl-theme-toggle", ThemeToggle);
