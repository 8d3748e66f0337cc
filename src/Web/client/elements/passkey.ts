/** Registers a passkey (mode="add") or signs in with one (mode="sign-in"). Stays hidden where the browser cannot. */
class Passkey extends HTMLElement {
  connectedCallback(): void {
    if (typeof PublicKeyCredential === "undefined" || !PublicKeyCredential.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run();
    });
  }

  private async run(): Promise<void> {
    const button = this.querySelector("button");
    if (button) button.disabled = true;
    this.say("Waiting for your device …");
    try {
      await (this.getAttribute("mode") === "add" ? this.add() : this.signIn());
    } catch (error) {
      this.say(words(error), true);
    }
    if (button) button.disabled = false;
  }

  private async add(): Promise<void> {
    const begun = await post("/api/v1/passkeys/options");
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(begun.options);
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    const label = this.querySelector<HTMLInputElement>("input[name=label]")?.value;
    await post("/api/v1/passkeys", { ceremony: begun.ceremony, credential: made.toJSON(), label });
    location.hash = "passkeys";
    location.reload();
  }

  private async signIn(): Promise<void> {
    const begun = await post("/api/v1/sign-in/options");
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(begun.options);
    const got = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    await post("/api/v1/sign-in", { ceremony: begun.ceremony, credential: got.toJSON() });
    location.assign(this.getAttribute("return-url") ?? "/");
  }

  private say(text: string, bad = false): void {
    const status = this.querySelector<HTMLElement>("[role=status]");
    if (!status) return;
    status.textContent = text;
    status.classList.toggle("field__error", bad);
  }
}

async function post(path: string, body?: unknown): Promise<any> {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body ?? {}) });
  const json = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(json?.detail ?? json?.title ?? `The server answered ${answer.status}.`);
  return json;
}

function words(error: unknown): string {
  if (error instanceof DOMException && error.name === "NotAllowedError") return "Nothing happened: it was cancelled, or no passkey for this server is here.";
  if (error instanceof DOMException && error.name === "InvalidStateError") return "This device has a passkey for this account already.";
  if (error instanceof DOMException && error.name === "SecurityError") return `Passkeys belong to a host name, not to a number: open this page as ${location.protocol}//localhost:${location.port}`;
  return error instanceof Error ? error.message : String(error);
}

customElements.define("vl-passkey", Passkey);
