// Makes the picture of the report in the README: `npm run picture`.

import { join } from "node:path";
import { browser, folder, report, root, SIZES, TEXTS } from "./browser.js";

const place = folder();
try {
  const page = report(place, "article", [TEXTS.article]);
  const { context } = await browser(place);
  const tab = await context.newPage();
  await tab.setViewportSize(SIZES.desktop);
  await tab.emulateMedia({ colorScheme: "light" });
  await tab.goto(page);
  await tab.locator("#d1-n4").hover();
  await tab.locator(".card").waitFor();
  await tab.screenshot({ path: join(root, "docs/report.png") });
  await context.close();
} finally {
  place.close();
}
