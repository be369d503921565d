// Reads the text of the page with the program in it, and shows the report. `wasm_bindgen` and `whosaidReport` are
// defined before.
"use strict";

(async () => {
  const at = (id) => document.getElementById(id);
  const [text, file, genre, report, status, save] =
    ["text", "file", "genre", "report", "status", "save"].map(at);
  const pause = 300;
  let name = "Text";
  let waiting;

  const say = (message, failed = false) => {
    status.textContent = message;
    status.classList.toggle("failed", failed);
  };

  const read = () => {
    clearTimeout(waiting);
    save.disabled = text.value.trim() === "";
    if (save.disabled) {
      report.replaceChildren();
      say("");
      return;
    }
    try {
      const start = performance.now();
      const html = wasm_bindgen.fragment(name, text.value, genre.value);
      const took = Math.max(1, Math.round(performance.now() - start));
      // The report escapes whatever comes from the text.
      report.innerHTML = html;
      whosaidReport(report.querySelector(".whosaid"));
      say(`Read ${text.value.length.toLocaleString("en")} characters in ${took} ms.`);
    } catch (error) {
      say(`This text could not be read: ${error}`, true);
    }
  };

  const show = (title, value) => {
    name = title;
    text.value = value;
    read();
  };

  const open = async (chosen) => {
    try {
      show(chosen.name, await chosen.text());
    } catch (error) {
      say(`${chosen.name} could not be opened: ${error}`, true);
    }
  };

  // Typing waits for a pause; a text that is pasted is read at once.
  text.addEventListener("input", (event) => {
    clearTimeout(waiting);
    name = "Text";
    waiting = setTimeout(read, event.inputType === "insertFromPaste" ? 0 : pause);
  });
  file.addEventListener("change", () => file.files.length > 0 && open(file.files[0]));
  genre.addEventListener("change", read);
  at("entry").addEventListener("submit", (event) => event.preventDefault());
  at("show-example").addEventListener("click", () => show("Example", at("example").content.textContent));

  save.addEventListener("click", () => {
    const page = new Blob([wasm_bindgen.page(name, text.value, genre.value)], { type: "text/html" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(page);
    link.download = `${name}.html`;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  const dropping = (is) => document.body.classList.toggle("dropping", is);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    dropping(true);
  });
  document.addEventListener("dragleave", () => dropping(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    dropping(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) open(dropped);
    else show("Text", event.dataTransfer.getData("text"));
  });

  try {
    const packed = Uint8Array.from(atob(at("program").textContent), (letter) => letter.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    await wasm_bindgen({ module_or_path: await new Response(unpacked).arrayBuffer() });
    text.disabled = false;
    say("");
    // A browser may have kept a text from before.
    read();
  } catch (error) {
    say(`This browser cannot run the program: ${error}`, true);
  }
})();
