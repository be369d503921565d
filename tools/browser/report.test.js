// The report in a browser: the bundled article, an interview and a chapter of a novel, at the width of a desk and of a
// phone, in light and dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browser, folder, report, root, SIZES, TEXTS } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const place = folder();
const pages = {};
let chrome;

before(async () => {
  for (const [name, path] of Object.entries(TEXTS)) pages[name] = report(place, name, [path]);
  pages.together = report(place, "together", Object.values(TEXTS));
  chrome = await browser(place);
});

after(async () => {
  await chrome?.context.close();
  place.close();
});

/// A new tab with a report. Errors of its script fail the test that uses it.
async function open(name, { size = "desktop", colorScheme = "light" } = {}) {
  const tab = await chrome.context.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(String(error)));
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await tab.setViewportSize(SIZES[size]);
  await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await tab.goto(pages[name]);
  return { tab, close: async () => { await tab.close(); assert.deepEqual(errors, []); } };
}

/// Lays out the documents that are out of sight too, to measure them.
const layOut = (tab) =>
  tab.evaluate(() => {
    for (const section of document.querySelectorAll(".document")) section.style.contentVisibility = "visible";
  });

/// What is wider than the window, or is cut because it is wider than its box.
const overflowing = (tab) =>
  tab.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page"] : [];
    const boxes = Array.from(document.querySelectorAll("main *")).filter((element) => {
      const box = element.getBoundingClientRect();
      const hiddenHeading = element.closest(".same, legend");
      return box.width > 1 && !hiddenHeading && (box.right > window.innerWidth + 1 || box.left < -1);
    });
    return wide.concat(boxes.map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`));
  });

/// Pairs of neighbours in the page whose boxes overlap.
const overlapping = (tab) =>
  tab.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll(".masthead, .filters, .text p, .speaker, .key, .entry"))
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const pairs = [];
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) pairs.push(`${one.element.textContent} | ${other.element.textContent}`);
      }
    });
    return pairs;
  });

const violations = async (tab, part) => {
  await tab.evaluate(axe);
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations, passes } = await tab.evaluate(([part, runOnly]) => window.axe.run(part, { runOnly }), [part, rules]);
  assert.ok(passes.some((rule) => rule.id === "color-contrast"), "axe looked at the contrast");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
};

for (const name of [...Object.keys(TEXTS), "together"]) {
  for (const size of Object.keys(SIZES)) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name}, ${size}, ${colorScheme}: nothing is cut, nothing overlaps, axe finds nothing`, async () => {
        const { tab, close } = await open(name, { size, colorScheme });
        await layOut(tab);
        assert.deepEqual(await overflowing(tab), []);
        assert.deepEqual(await overlapping(tab), []);
        assert.deepEqual(await violations(tab, "html"), []);
        // The same with the details of an attribution open.
        await tab.locator(".number").nth(2).click();
        await tab.locator(".card").waitFor();
        assert.deepEqual(await overflowing(tab), []);
        assert.deepEqual(await violations(tab, ".card"), []);
        await close();
      });
    }
  }
}

test("the page is dark where the reader wants it dark", async () => {
  const ground = async (colorScheme) => {
    const { tab, close } = await open("article", { colorScheme });
    const colour = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await close();
    return colour.match(/\d+/g).map(Number).reduce((sum, value) => sum + value);
  };
  assert.ok((await ground("light")) > 600);
  assert.ok((await ground("dark")) < 150);
});

test("the text is the input", async () => {
  const text = readFileSync(join(root, TEXTS.article), "utf8");
  const { tab, close } = await open("article");
  assert.equal(await tab.locator("article .text").evaluate((element) => element.textContent), text);
  await close();
});

test("the list of documents leads to each of them", async () => {
  for (const size of Object.keys(SIZES)) {
    const { tab, close } = await open("together", { size });
    await tab.getByRole("navigation").getByText("novel.txt").click();
    const heading = tab.locator("#d3-name");
    const { y } = await heading.boundingBox();
    const filters = await tab.locator(".filters").boundingBox();
    const top = Math.max(0, filters.y + filters.height);
    assert.ok(y >= top && y < SIZES[size].height / 2, `the heading is at ${y}, the filters end at ${top}`);
    await close();
  }
});

describe("filters", () => {
  const shown = (tab) => tab.locator(".entry:visible").count();

  test("a speaker: exactly their attributions are shown, in the record and in the text", async () => {
    const { tab, close } = await open("article");
    const all = await shown(tab);
    const speaker = tab.locator(".speaker", { hasText: "Antonio Guterres" });
    const person = await speaker.getAttribute("data-person");
    const theirs = await tab.locator(`.entry[data-person="${person}"]`).count();
    assert.ok(theirs >= 3 && theirs < all, `${theirs} of ${all}`);

    await speaker.locator("input").check();
    assert.equal(await shown(tab), theirs);
    assert.equal(await tab.locator(`.entry[data-person="${person}"]:visible`).count(), theirs);
    assert.equal(await tab.locator(".number:visible").count(), theirs);
    assert.equal(await tab.locator(".filters .count").textContent(), `${theirs} of ${all} attributions`);
    const shaded = await tab.locator(".text .run[class*=' t']").allTextContents();
    assert.ok(shaded.includes("“a catalogue of cruelty”"));
    assert.ok(!shaded.join().includes("Nuremberg"), "another speaker's words are not shaded");

    // A second speaker is added to the first.
    await tab.locator(".speaker", { hasText: "Karim Khan" }).locator("input").check();
    assert.ok((await shown(tab)) > theirs);
    await tab.getByRole("button", { name: "Show all" }).click();
    assert.equal(await shown(tab), all);
    assert.equal(await tab.locator(".speaker input:checked").count(), 0);
    await close();
  });

  test("a kind", async () => {
    const { tab, close } = await open("article");
    const all = await shown(tab);
    const statements = await tab.locator(".entry[data-kind=indirect]").count();
    assert.ok(statements > 0);
    await tab.getByLabel("statements").uncheck();
    assert.equal(await shown(tab), all - statements);
    assert.equal(await tab.locator(".entry[data-kind=indirect]:visible").count(), 0);
    await close();
  });

  test("a probability, by the keyboard", async () => {
    const { tab, close } = await open("article");
    const probabilities = await tab.locator(".entry").evaluateAll((all) => all.map((it) => Number(it.dataset.probability)));
    const slider = tab.getByRole("slider");
    await slider.focus();
    for (let step = 0; step < 18; step += 1) await tab.keyboard.press("ArrowRight");
    assert.equal(await tab.locator(".least").textContent(), "90%");
    const expected = probabilities.filter((it) => it >= 0.9).length;
    assert.ok(expected > 0 && expected < probabilities.length);
    assert.equal(await shown(tab), expected);
    await close();
  });

  test("a person of several documents is chosen in all of them", async () => {
    const { tab, close } = await open("together");
    const speaker = tab.locator("#d3 .speaker", { hasText: "Nora Brandt" });
    const theirs = await tab.locator(`.entry[data-person="${await speaker.getAttribute("data-person")}"]`).count();
    await speaker.locator("input").check();
    assert.equal(await shown(tab), theirs);
    assert.equal(await tab.locator("#d1 .entry:visible").count(), 0);
    await close();
  });

  test("words within the words of somebody who is not shown keep their colour", async () => {
    const { tab, close } = await open("novel");
    const inner = tab.locator(".text .run", { hasText: "I have waited for clerks" });
    const classes = () => inner.getAttribute("class");
    const before = await classes();
    await tab.locator(".speaker", { hasText: "Nora Brandt" }).locator("input").check();
    const outer = await tab.locator(".text .run", { hasText: "Those were his words" }).getAttribute("class");
    assert.notEqual(await classes(), before);
    assert.equal(await classes(), outer, "the words are shown as those of the outer speaker");
    await close();
  });
});

describe("details", () => {
  const card = (tab) => tab.getByRole("dialog");

  test("the keyboard reaches them, and comes back", async () => {
    const { tab, close } = await open("article");
    await tab.locator(".filters input").last().focus();
    await tab.keyboard.press("Tab");
    const focused = () => tab.evaluate(() => document.activeElement.dataset.number);
    assert.equal(await focused(), "1");
    await card(tab).waitFor();
    assert.match(await card(tab).textContent(), /Cue.*Probability.*source \d+%.*Rule.*Rejected/);

    await tab.keyboard.press("Tab");
    assert.equal(await focused(), "2");
    assert.equal(await card(tab).getAttribute("aria-label"), "Number 2");
    await tab.keyboard.press("Enter");
    assert.ok(await card(tab).evaluate((element) => element === document.activeElement));
    await tab.keyboard.press("Escape");
    assert.equal(await card(tab).count(), 0);
    assert.equal(await focused(), "2");

    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    assert.equal(await tab.evaluate(() => document.activeElement.id), "d1-a2");
    await close();
  });

  test("the mouse shows them, and takes them away", async () => {
    const { tab, close } = await open("article");
    await tab.getByText("“a catalogue of cruelty”").first().hover();
    await card(tab).waitFor();
    assert.match(await card(tab).textContent(), /Antonio Guterres/);
    assert.ok((await tab.locator(".run.lit").count()) > 2, "source, cue and content are lit");
    // They can be reached with the pointer.
    await card(tab).hover();
    await tab.waitForTimeout(400);
    assert.equal(await card(tab).count(), 1);
    await tab.mouse.move(5, 5);
    await card(tab).waitFor({ state: "hidden" });
    assert.equal(await tab.locator(".run.lit").count(), 0);
    await close();
  });

  test("a click keeps them", async () => {
    const { tab, close } = await open("article", { size: "phone" });
    await tab.getByText("“a catalogue of cruelty”").first().click();
    await tab.mouse.move(5, 5);
    await tab.waitForTimeout(400);
    assert.equal(await card(tab).count(), 1);
    await tab.getByRole("button", { name: "Close" }).click();
    assert.equal(await card(tab).count(), 0);
    await close();
  });

  test("a link from elsewhere shows them in sight", async () => {
    const { tab, close } = await open("article");
    await tab.goto("about:blank");
    await tab.goto(`${pages.article}#d1-n4`);
    await card(tab).waitFor();
    await tab.waitForTimeout(400);
    const { top, bottom, height } = await card(tab).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, height: window.innerHeight };
    });
    assert.ok(top >= 0 && bottom <= height, `${top} to ${bottom} of ${height}`);
    await close();
  });

  test("the record leads to the text", async () => {
    const { tab, close } = await open("article");
    await tab.locator("#d1-a20 .back").click();
    assert.equal(await tab.evaluate(() => document.activeElement.id), "d1-n20");
    assert.ok(await tab.locator("#d1-n20").evaluate((element) => {
      const box = element.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= window.innerHeight;
    }));
    await close();
  });
});

describe("without script", () => {
  let plain;
  before(async () => { plain = await browser(place, { javaScriptEnabled: false }); });
  after(async () => { await plain?.context.close(); });

  test("the text, the speakers and the record can be read, and nothing is offered that does not work", async () => {
    const tab = await plain.context.newPage();
    await tab.setViewportSize(SIZES.phone);
    await tab.goto(pages.article);
    const text = readFileSync(join(root, TEXTS.article), "utf8");
    assert.equal(await tab.locator("article .text").textContent(), text);
    assert.ok(await tab.getByText("The foreign ministers of the United Nations Security Council").first().isVisible());
    assert.ok(await tab.locator(".speaker .name", { hasText: "Antony Blinken" }).isVisible());
    assert.ok(await tab.locator("#d1-a5 .facts").isVisible());
    assert.equal(await tab.locator("input:visible, button:visible").count(), 0);
    await tab.locator(".number").nth(4).click();
    assert.match(tab.url(), /#d1-a5$/);
    await tab.locator("#d1-a5 .back").click();
    assert.match(tab.url(), /#d1-t5$/);
    await tab.close();
    assert.deepEqual(plain.requests, []);
  });
});

test("on paper there are the text, the speakers and the record, and no controls", async () => {
  const { tab, close } = await open("article");
  await tab.locator(".number").first().click();
  await tab.emulateMedia({ media: "print" });
  assert.equal(await tab.locator(".filters:visible, .card:visible, input:visible").count(), 0);
  assert.ok(await tab.locator("article").isVisible());
  assert.ok(await tab.locator("#d1-a20").isVisible());
  await close();
});

test("nothing was asked of a network", () => {
  assert.deepEqual(chrome.requests, []);
});
