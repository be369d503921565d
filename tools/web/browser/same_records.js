// Compares the records of the program in the page with those of the library, text by text and to the byte, except for
// the last digits of probabilities: the exponential function is not the same to the last bit on every system.
//
//   node tools/web/browser/same_records.js ../shared/polnear/dev/text ../shared/fiction/pdnc/Emma
//
// Takes folders and files of texts. The library's records are those that the example `jsonl` writes.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { program, root } from "./built.js";

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
const PROBABILITY = /confidence":([\d.e-]+)/g;
const TOLERANCE = 1e-6;
const probabilities = (line) => Array.from(line.matchAll(PROBABILITY), ([, number]) => Number(number));
const rest = (line) => line.replace(PROBABILITY, "");
let widest = 0;
for (const [index, text] of texts.entries()) {
  const line = records(text, "auto").replace("{", '{"id":0,');
  const other = expected[index];
  if (rest(line) !== rest(other)) throw new Error(`${paths[index]}: other records`);
  const numbers = probabilities(other);
  probabilities(line).forEach((number, at) => (widest = Math.max(widest, Math.abs(number - numbers[at]))));
}
if (widest > TOLERANCE) throw new Error(`a probability differs by ${widest}`);
console.log(`${texts.length} texts: all the same; probabilities differ by at most ${widest.toExponential(0)}`);
