// Chromium for the tests, and the reports that they look at.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export const TEXTS = {
  article: "examples/data/security_council.txt",
  interview: "tools/browser/texts/interview.txt",
  novel: "tools/browser/texts/novel.txt",
};

export const SIZES = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 360, height: 740 },
};

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/// A folder for the pages and for what the browser keeps. Removed by `close`.
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "whosaid-"));
  return { path, close: () => rmSync(path, { recursive: true, force: true }) };
}

/// The address of the report of these texts, paths from the root of the repository.
export function report(folder, name, paths) {
  const cargo = ["run", "--quiet", "-p", "whosaid-report", "--example", "page", "--", ...paths];
  const page = execFileSync("cargo", cargo, { cwd: root, maxBuffer: 1 << 26 });
  const file = join(folder.path, `${name}.html`);
  writeFileSync(file, page);
  return pathToFileURL(file).href;
}

/// A browser with nothing kept from before. Whatever it asks for, other than files, is noted in `requests`.
export async function browser(folder, options = {}) {
  const data = mkdtempSync(join(folder.path, "browser-"));
  const context = await chromium.launchPersistentContext(data, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: FLAGS,
    ...options,
  });
  const requests = [];
  context.on("request", (request) => {
    if (!request.url().startsWith("file:")) requests.push(request.url());
  });
  return { context, requests };
}
