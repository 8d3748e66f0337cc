export type Theme = "light" | "dark" | "system";

const key = "voltloop-theme";

/** The theme chosen on this device; "system" when none was, or when storage is not available. */
export function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

/** Applies a theme to the document; "system" leaves the choice to the browser. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** Applies and remembers a theme, and tells canvases to draw again. */
export function chooseTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Private windows may refuse storage; the theme then holds for this page only.
  }
  applyTheme(theme);
  document.dispatchEvent(new CustomEvent("vl-theme"));
}

/** True when the page is shown dark now. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
