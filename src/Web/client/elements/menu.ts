/** Closes the menu inside on Escape and on a click beside it; without script it closes with its own summary. */
class Menu extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector("details");
    if (!details) return;
    document.addEventListener("click", (event) => {
      if (!this.contains(event.target as Node)) details.open = false;
    });
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    });
  }
}

customElements.define("vl-menu", Menu);
