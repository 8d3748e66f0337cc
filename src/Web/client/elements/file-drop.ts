/** Lets files be dropped anywhere on the area around a plain file input, lists them and checks the size limit early. */
class FileDrop extends HTMLElement {
  private input: HTMLInputElement | null = null;

  connectedCallback(): void {
    this.input = this.querySelector("input[type=file]");
    const area = this.querySelector<HTMLElement>(".drop");
    if (!this.input || !area) return;
    this.input.addEventListener("change", () => this.show());
    area.addEventListener("dragover", (event) => {
      event.preventDefault();
      area.dataset.over = "";
    });
    area.addEventListener("dragleave", () => delete area.dataset.over);
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      delete area.dataset.over;
      if (this.input && event.dataTransfer?.files.length) {
        this.input.files = event.dataTransfer.files;
        this.show();
      }
    });
  }

  private show(): void {
    const files = [...(this.input?.files ?? [])];
    const limit = Number(this.getAttribute("max-bytes") ?? Infinity);
    const tooLarge = files.find((file) => file.size > limit);
    this.input?.setCustomValidity(tooLarge ? `${tooLarge.name} is larger than ${megabytes(limit)}.` : "");
    if (tooLarge) this.input?.reportValidity();
    const list = this.querySelector(".drop__list");
    if (list) list.textContent = files.map((file) => `${file.name} (${megabytes(file.size)})`).join(", ");
  }
}

function megabytes(bytes: number): string {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
}

customElements.define("vl-file-drop", FileDrop);
