import { wireClosing } from "./dialog";

/** The drawer at the side: opens whenever htmx has put a fragment into it, and empties itself when closed. */
class Drawer extends HTMLElement {
  connectedCallback(): void {
    const dialog = this.querySelector("dialog");
    const body = this.querySelector("#drawer-body");
    if (!dialog || !body) return;
    wireClosing(dialog);
    let opener: HTMLElement | null = null;
    document.addEventListener("htmx:after:swap", () => {
      if (body.childElementCount > 0 && !dialog.open) {
        opener = document.activeElement as HTMLElement | null;
        dialog.showModal();
      }
      dialog.scrollTop = 0;
    });
    dialog.addEventListener("close", () => {
      body.replaceChildren();
      opener?.focus();
    });
  }
}

customElements.define("vl-drawer", Drawer);
