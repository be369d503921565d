// Compares the records of the program in the page with those of the library, text by text and to the byte.
//
//   node tools/browser/same_records.js ../shared/polnear/dev/text ../shared/fiction/pdnc/Emma
//
// Takes folders and files of texts. The library's records are those that the example `jsonl` writes.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./browser.js";
import { program } from "./built.js";

const files = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).filter((name) => name.endsWith(".txt")).sort().map((name) => join(path, name))
    : [path];

const paths = process.argv.slice(2).flatMap((path) => files(resolve(path)));
if (paths.length === 0) throw new Error("no texts are given");
// Not `readFileSync(path, "utf8")`, which puts another character in place of what is not UTF-8.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const texts = paths.map((path) => utf8.decode(readFileSync(path)));
const requests = texts.map((text) => JSON.stringify({ id: 0, text })).join("\n");
const jsonl = ["run", "--quiet", "--release", "--example", "jsonl"];
const answers = execFileSync("cargo", jsonl, { cwd: root, input: requests, maxBuffer: 1 << 28 });
const expected = answers.toString().trimEnd().split("\n");
const { records } = program();
for (const [index, text] of texts.entries()) {
  const line = records(text, "auto").replace("{", '{"id":0,');
  if (line !== expected[index]) throw new Error(`${paths[index]}: other records`);
}
console.log(`${texts.length} texts: all the same`);
