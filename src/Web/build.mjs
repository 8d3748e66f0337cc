// Bundles client/ into wwwroot/dist. Called by the MSBuild target BuildClient, or by hand with `npm run build`.
import { build } from "esbuild";
import { writeCoast } from "./coast.mjs";

const shared = { bundle: true, minify: true, logLevel: "warning", legalComments: "eof", target: ["es2022"] };

// The theme script is classic and blocking, so that a page never flashes in the wrong theme.
await build({ ...shared, entryPoints: ["client/theme.ts"], format: "iife", outdir: "wwwroot/dist" });
await build({ ...shared, entryPoints: ["client/app.ts", "client/charts.ts"], format: "esm", outdir: "wwwroot/dist" });
await build({ ...shared, entryPoints: ["client/app.css"], outdir: "wwwroot/dist" });
await writeCoast("wwwroot/dist/coast.svg");
