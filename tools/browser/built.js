// The page and the program as whosaid-web-page makes them.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./browser.js";

const target = resolve(root, process.env.CARGO_TARGET_DIR || "target");

export const page = pathToFileURL(resolve(target, "web/whosaid.html")).href;

/// The program, as it is on the page.
export function program() {
  return createRequire(import.meta.url)(resolve(target, "web/node/whosaid_web.js"));
}
