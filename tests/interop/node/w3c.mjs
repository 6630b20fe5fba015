// Recogito's annotator reads W3C annotations of texts and writes them anew: `w3c.mjs IN OUT`.
// IN: a list of {text, source, annotations}; OUT: the same with what it understood, in UTF-16 as it counts.
import fs from "node:fs";
import { JSDOM } from "jsdom";

const window = new JSDOM("<body></body>").window;
for (const name of ["window", "document", "Node", "NodeFilter", "Range", "HTMLElement", "Element", "DOMRect", "XPathResult"])
  globalThis[name] = name === "window" ? window : window[name];
const { W3CTextFormat, reviveAnnotation } = await import("@recogito/text-annotator");

const said = [];
for (const { text, source, annotations } of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  const container = document.createElement("div");
  container.appendChild(document.createTextNode(text));
  document.body.appendChild(container);
  const format = W3CTextFormat(source, container);
  const results = annotations.map((one) => format.parse(one));
  const parsed = results.map((one) => one.parsed && reviveAnnotation(one.parsed, container)).filter(Boolean);
  said.push({
    failed: results.filter((one) => one.error).map((one) => String(one.error)),
    spans: parsed.map((one) => ({
      start: one.target.selector[0].start,
      end: one.target.selector[0].end,
      quote: one.target.selector[0].quote,
      marked: one.target.selector[0].range.toString(),
      bodies: one.bodies.map((body) => [body.purpose, body.value]),
    })),
    again: parsed.map((one) => format.serialize(one)),
  });
  container.remove();
}
fs.writeFileSync(process.argv[3], JSON.stringify(said));
