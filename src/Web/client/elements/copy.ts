/** Copies the text of its attribute `value` when the button inside is pressed, and says so. */
class Copy extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    button?.addEventListener("click", async () => {
      const done = await write(this.getAttribute("value") ?? "");
      const status = this.querySelector("[role=status]");
      if (status) status.textContent = done ? "Copied" : "Copying is not allowed here";
      if (done) button.dataset.done = "";
      setTimeout(() => {
        delete button.dataset.done;
        if (status) status.textContent = "";
      }, 1600);
    });
  }
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

customElements.define("vl-copy", Copy);
