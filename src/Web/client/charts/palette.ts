/** Resolves a colour token of the design system for use on a canvas, in the theme shown now. */
export function colour(token: string): string {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/** The same colour with an opacity. */
export function faded(value: string, opacity: number): string {
  const [r, g, b] = value.match(/[\d.]+/g) ?? ["0", "0", "0"];
  return `rgba(${r}, ${g}, ${b}, ${opacity})`;
}

/** Calls back whenever the theme of the page changes; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  document.addEventListener("vl-theme", callback);
  media.addEventListener("change", callback);
  return () => {
    document.removeEventListener("vl-theme", callback);
    media.removeEventListener("change", callback);
  };
}
