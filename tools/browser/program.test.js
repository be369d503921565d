// The program of the page under Node.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { root } from "./browser.js";
import { program } from "./built.js";

test("the records of the bundled article are those of the library", () => {
  const script = fileURLToPath(new URL("same_records.js", import.meta.url));
  const article = `${root}examples/data/security_council.txt`;
  assert.match(execFileSync("node", [script, article]).toString(), /^1 texts: all the same/);
});

test("offsets are in bytes, also after characters of two units", () => {
  const { quotations } = JSON.parse(program().records("🙂 “Nö,” said Marta Holt.", "auto"));
  assert.deepEqual(quotations[0].span, { start: 5, end: 15 });
  assert.equal(quotations[0].text, "“Nö,”");
});

test("any text is read", () => {
  for (const text of ["", "\0", "”“", "\ud800", "\r\n\u2028", "🙂".repeat(1000)]) {
    assert.equal(typeof program().fragment("text", text, "auto"), "string");
  }
});

test("an unknown kind of text is refused by its name", () => {
  assert.throws(() => program().records("“No.”", "poem"), /poem/);
});
