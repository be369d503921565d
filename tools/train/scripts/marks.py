#!/usr/bin/env python3
"""Whether the answers stay when the marks of novels change.

  marks.py FOLDER --binary target/release/examples/jsonl [--show N]

FOLDER has a folder a novel with `novel_text.txt`, as in PDNC, whose texts have straight double marks. Each text is read
as it is and with its marks changed to curly ones, to British single ones (double inside) and to guillemets. Prints the
share of the quotations with a speaker that have the same speaker in the changed text, by novel and over all.
"""
import argparse
import bisect
import json
import os
import re
import subprocess

OUTER = {"curly": "“”", "british": "‘’", "guillemets": "«»"}
INNER = {"curly": "‘’", "british": "“”", "guillemets": "‹›"}
# A quotation in single marks within another: a mark before a word, and one after a punctuation mark.
NESTED = re.compile(r"(?<![\w'])'(?=[\w_])((?:[^'\"]|(?<=\w)'(?=\w))*?[.,!?;-])'(?![\w'])")


def roles(text):
    """The role of each mark by its position: "(" and ")" for outer marks, "[" and "]" for inner ones, "'" for others.

    A double mark opens where the last one of its paragraph closed, or where a space is before it and none after it.
    """
    found = {}
    start = 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        is_open, opened = False, 0
        for match in re.finditer('"', paragraph):
            at = match.start()
            before = paragraph[at - 1] if at else " "
            after = paragraph[at + 1] if at + 1 < len(paragraph) else " "
            if before.isspace() != after.isspace():
                is_open = before.isspace()
            else:
                is_open = not is_open
            found[start + at] = "(" if is_open else ")"
            if is_open:
                opened = at + 1
            else:
                for nested in NESTED.finditer(paragraph, opened, at):
                    found[start + nested.start()], found[start + nested.end() - 1] = "[", "]"
        start += len(paragraph)
    for match in re.finditer("'", text):
        found.setdefault(match.start(), "'")
    return found


def changed(text, style):
    """The text in another style, and for each of its bytes the byte of the text as it was."""
    outer, inner = OUTER[style], INNER[style]
    glyphs = {"(": outer[0], ")": outer[1], "[": inner[0], "]": inner[1], "'": "’"}
    marks = roles(text)
    out, offsets, byte = [], [], 0
    for at, char in enumerate(text):
        new = glyphs[marks[at]] if at in marks else char
        out.append(new)
        offsets += [byte] * len(new.encode())
        byte += len(char.encode())
    return "".join(out), offsets + [byte]


def analyses(binary, lines):
    """The records of the texts in these requests."""
    sent = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run([binary], input=sent, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def speakers(record, offsets=None):
    """The spans of the pieces with a speaker, each with the speaker's name."""
    back = (lambda at: offsets[at]) if offsets else (lambda at: at)
    found = []
    for one in record["attributions"]:
        if one["speaker"] is not None:
            name = record["speakers"][one["speaker"]]["name"]
            name = re.sub("[’‘]", "'", " ".join(name.split())).lower()
            found += [(back(span["start"]), back(span["end"]), name) for span in one["content"]]
    quoted = {back(one["span"]["start"]) for one in record["quotations"]}
    return sorted(one for one in found if one[0] in quoted)


def answer(found, starts, start, end):
    """The speaker of most of a span."""
    best, most = None, 0
    at = max(0, bisect.bisect_left(starts, start) - 4)
    while at < len(found) and found[at][0] < end:
        shared = min(end, found[at][1]) - max(start, found[at][0])
        if shared > most:
            best, most = found[at][2], shared
        at += 1
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--binary", required=True)
    parser.add_argument("--show", type=int, default=0, help="print so many differences of each style")
    args = parser.parse_args()
    texts = {}
    for novel in sorted(os.listdir(args.folder)):
        path = os.path.join(args.folder, novel, "novel_text.txt")
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as handle:
                texts[novel] = handle.read()
    plain = analyses(args.binary, [{"id": novel, "text": text} for novel, text in texts.items()])
    for style in OUTER:
        new = {novel: changed(text, style) for novel, text in texts.items()}
        records = analyses(args.binary, [{"id": novel, "text": text} for novel, (text, _) in new.items()])
        same = total = 0
        rows, shown = [], 0
        for before, after in zip(plain, records):
            novel = before["id"]
            found = speakers(after, new[novel][1])
            starts = [start for start, _, _ in found]
            old = speakers(before)
            answers = [(answer(found, starts, start, end), one) for one in old for start, end, _ in [one]]
            kept = sum(now == one[2] for now, one in answers)
            rows.append((100 * kept / max(1, len(old)), novel))
            same, total = same + kept, total + len(old)
            data = texts[novel].encode()
            for now, (start, end, was) in answers:
                if now != was and shown < args.show:
                    shown += 1
                    print(f"  {novel}: {was!r} became {now!r}: {data[max(0, start - 60):end + 30].decode(errors='replace')!r}")
        low = ", ".join(f"{novel} {share:.1f}" for share, novel in sorted(rows)[:4])
        print(f"{style:10} {100 * same / total:5.1f}% of {total} answers stay; lowest: {low}")


if __name__ == "__main__":
    main()
