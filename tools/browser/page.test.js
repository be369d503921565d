// The page in Chromium, opened from the disk and without a network.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { browser, folder } from "./browser.js";
import { page as address } from "./built.js";

const SIZE_OF_NOVEL = 1_000_000;
/// Generous, since it has to hold on a machine that does other things as well.
const SECONDS_FOR_NOVEL = 60;
const TEXT = "“We won,” said Marta Holt. Robert Pike said that nobody lost.";

const place = folder();
let context, requests, page;

before(async () => {
  ({ context, requests } = await browser(place));
  await context.setOffline(true);
});

after(async () => {
  await context?.close();
  place.close();
});

beforeEach(async () => {
  requests.length = 0;
  page = await context.newPage();
  page.on("console", (message) => assert.notEqual(message.type(), "error", message.text()));
  await page.goto(address);
  await page.locator("#text:enabled").waitFor();
});

const speakers = () => page.locator("#report .speaker").allInnerTexts();
const status = () => page.locator("#status").innerText();

test("it asks for nothing but itself", async () => {
  await page.click("#show-example");
  await page.locator("#report .whosaid").waitFor();
  assert.deepEqual(requests, []);
});

test("the bundled article shows its speakers at once", async () => {
  await page.click("#show-example");
  const shown = (await speakers()).join("\n");
  for (const name of ["Antonio Guterres", "Antony Blinken", "Dmytro Kuleba", "Sergey Lavrov"]) {
    assert.match(shown, new RegExp(name));
  }
  assert.match(await status(), /^Read 5,\d\d\d characters in \d+ ms\.$/);
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
});

test("a text that is pasted is read", async () => {
  await page.locator("#text").focus();
  await page.keyboard.insertText(TEXT);
  await page.locator("#report .speaker").first().waitFor();
  assert.match((await speakers()).join("\n"), /Marta Holt[^]*Robert Pike/);
});

test("a text that is deleted takes its report with it", async () => {
  await page.fill("#text", TEXT);
  await page.locator("#report .whosaid").waitFor();
  await page.fill("#text", "");
  await page.locator("#report .whosaid").waitFor({ state: "detached" });
  assert.equal(await status(), "");
  assert.equal(await page.locator("#save").isDisabled(), true);
});

test("a file that is dropped is read under its name", async () => {
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "match.txt", { type: "text/plain" }));
    return transfer;
  }, TEXT);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await page.locator("#report .document-name", { hasText: "match.txt" }).waitFor();
  assert.equal(await page.inputValue("#text"), TEXT);
});

test("the kind of text can be fixed", async () => {
  await page.fill("#text", "“Is it far?” asked Nora.\n\n“An hour,” said Piet Brandt.\n\n“Then we should go!”");
  await page.selectOption("#genre", "fiction");
  const words = page.locator("#report .entry", { hasText: "Then we should go" });
  await words.first().waitFor({ state: "attached" });
  assert.match(await words.first().innerText(), /Nora/);
});

test("a text with HTML in it stays a text", async () => {
  await page.fill("#text", `“<img src=x onerror=alert(1)><b>No</b>,” said Marta Holt.`);
  await page.locator("#report .whosaid").waitFor();
  assert.equal(await page.locator("#report article img, #report article b").count(), 0);
  assert.match(await page.locator("#report article").innerText(), /<b>No<\/b>/);
});

test("a novel of a megabyte is read", async (t) => {
  const novel = join(place.path, "novel.txt");
  writeFileSync(novel, megabyte());
  const start = performance.now();
  await page.setInputFiles("#file", novel);
  await page.locator("#report .document-name", { hasText: "novel.txt" }).waitFor({ timeout: SECONDS_FOR_NOVEL * 1000 });
  const seconds = (performance.now() - start) / 1000;
  t.diagnostic(`${await status()} The report was there after ${seconds.toFixed(1)} s.`);
  assert.ok((await page.locator("#report .entry").count()) > 1000);
  assert.ok(seconds < SECONDS_FOR_NOVEL, `${seconds} s`);
});

test("the report can be saved as a page of its own", async () => {
  await page.click("#show-example");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  assert.equal(download.suggestedFilename(), "Example.html");
  const saved = join(place.path, "saved.html");
  await download.saveAs(saved);
  assert.match(readFileSync(saved, "utf8"), /^<!DOCTYPE html>[^]*Antony Blinken/);
});

test("it fits a phone", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.click("#show-example");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT.replace(".png", "-phone.png") });
});

/// Chapters made of a short story, with other names in each.
function megabyte() {
  const names = ["Nora", "Piet", "Ada", "Hugo", "Clara", "Emil", "Rosa", "Felix"];
  const story = (chapter) => {
    const [one, two] = [names[chapter % 8], names[(chapter * 3 + 1) % 8]].map((name) => `${name} Brandt`);
    return [
      `CHAPTER ${chapter + 1}`,
      `The rain had come over the hill before ${one} reached the gate, and the lamp in the hall was lit.`,
      `“Is it far?” asked ${one}.`,
      `“An hour, if the bridge still stands,” said ${two}, who had not looked up.`,
      "“Then we should go!”",
      `${two} put down the letter. “Nobody said that you had to come.”`,
      `“I said it,” ${one} answered, and thought that the house was too quiet.`,
    ].join("\n\n");
  };
  let text = "";
  for (let chapter = 0; text.length < SIZE_OF_NOVEL; chapter += 1) text += `${story(chapter)}\n\n`;
  return text;
}
