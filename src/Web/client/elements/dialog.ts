/** Opens the native dialog inside on a click on a link to its id; without script the link leads to the same content. */
class DialogOpener extends HTMLElement {
  connectedCallback(): void {
    const dialog = this.querySelector("dialog");
    if (!dialog) return;
    for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href="#${CSS.escape(dialog.id)}"]`)) {
      link.setAttribute("aria-haspopup", "dialog");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        dialog.showModal();
      });
    }
    wireClosing(dialog);
  }
}

/** Closes a dialog on its close controls and on a click beside it. */
export function wireClosing(dialog: HTMLDialogElement): void {
  dialog.addEventListener("click", (event) => {
    const target = event.target as Element;
    const close = target.closest("[data-close]");
    if (target === dialog || close) {
      event.preventDefault();
      dialog.close();
    }
  });
}

customElements.define("vl-dialog", DialogOpener);
