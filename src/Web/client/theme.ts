// Runs before the first paint: applies the theme that the reader chose earlier.
import { applyTheme, storedTheme } from "./elements/theme-store";

applyTheme(storedTheme());
