// Saves the chart above these buttons: as PNG or SVG with its title, or as a page that opens offline.
// The drawing library comes from our own server, once, when a button is first pressed.

const WIDTH = 1200, LEFT = 24;
// Pixels of a picture as it is drawn, its least height, and how often larger a PNG is.
const SIZES = {
  page: { width: WIDTH, height: 0, scale: 2 },
  slide: { width: 1280, height: 720, scale: 1.5 },
  column: { width: 720, height: 0, scale: 2 },
  phone: { width: 600, height: 0, scale: 1.8 },
};
const HEADING = { size: 20 }, BENEATH = { size: 13 };
const FIRST = 40, LINE = 26; // the baseline of the title's first line, and the step to the next
// A saved page holds all that it needs and asks nobody for anything.
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";
const ADDRESS = "./data/plotly.min.js";

let library = null;

function drawing(version) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${ADDRESS}?v=${version}`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => { library = null; script.remove(); reject(new Error(script.src)); };
    document.head.append(script);
  });
  return library;
}

// Chinese may break after any character but not before closing punctuation; other words stay whole.
const PIECES = /[\u2e80-\uffef][，。；：、）》」』！？％]*|[^\s\u2e80-\uffef]+\s*|\s+/g;

function wrapped(text, font, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const lines = [""];
  for (const piece of text.match(PIECES) ?? []) {
    const longer = lines.at(-1) + piece;
    if (lines.at(-1) && pen.measureText(longer.trimEnd()).width > width) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trimEnd());
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function plain(value) {
  const text = JSON.stringify(value, (_, one) => (ArrayBuffer.isView(one) ? Array.from(one) : one));
  return JSON.parse(text);
}

// What the page shows without what a click left on it.
function shown(key) {
  const graph = document.querySelector(`.st-key-${CSS.escape(key)} .js-plotly-plot`);
  const { data, layout } = plain({ data: graph.data, layout: graph.layout });
  for (const trace of data) delete trace.selectedpoints;
  for (const name of ["selections", "width", "autosize", "uirevision"]) delete layout[name];
  layout.height ??= graph.offsetHeight;
  return { data, layout };
}

function titled({ data, layout }, said, size) {
  const { width } = size;
  const family = layout.font.family;
  const heading = wrapped(said.heading, `bold ${HEADING.size}px ${family}`, width - 2 * LEFT);
  const beneath = [said.beneath, said.build].filter(Boolean)
    .flatMap((text) => wrapped(text, `${BENEATH.size}px ${family}`, width - 2 * LEFT));
  const small = beneath.map((line) => `<span style="font-size:${BENEATH.size}px;color:${said.muted}">${escaped(line)}</span>`);
  const top = FIRST + (heading.length + beneath.length - 1) * LINE + 8 + layout.margin.t;
  const height = Math.max(size.height, layout.height + top - layout.margin.t);
  const title = {
    text: [...heading.map((line) => `<b>${escaped(line)}</b>`), ...small].join("<br>"),
    font: { size: HEADING.size, color: layout.font.color, family },
    x: LEFT / width, xref: "container", xanchor: "left", y: 1 - FIRST / height, yref: "container", yanchor: "top",
  };
  const margin = { ...layout.margin, t: top, l: Math.max(layout.margin.l ?? 0, LEFT), b: (layout.margin.b ?? 0) + 12 };
  return { data, layout: { ...layout, title, margin, height, width, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff" } };
}

async function picture(said, format, preset) {
  const { data, layout } = titled(shown(said.chart), said, preset);
  const Plotly = await drawing(said.version);
  const size = { format, width: layout.width, height: layout.height, scale: format === "png" ? preset.scale : 1 };
  const address = await Plotly.toImage({ data, layout }, size);
  return (await fetch(address)).blob();
}

async function page(said) {
  const { data, layout } = shown(said.chart);
  const code = await (await fetch(`${ADDRESS}?v=${said.version}`)).text();
  const figure = JSON.stringify({ data, layout: { ...layout, autosize: true } }).replaceAll("<", "\\u003c");
  const options = JSON.stringify({ displaylogo: false, responsive: true, modeBarButtonsToRemove: ["toImage"] });
  const text = `<!doctype html><html lang="${said.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(said.heading)}</title>
<style>body{font-family:${layout.font.family.replaceAll('"', "'")};color:${layout.font.color};max-width:${WIDTH}px;margin:24px auto;padding:0 16px}
h1{font-size:${HEADING.size}px;line-height:1.35;margin:0}p{font-size:${BENEATH.size}px;line-height:1.5;color:${said.muted};margin:4px 0}</style>
<script>${code}</script></head><body><main><h1>${escaped(said.heading)}</h1><p>${escaped(said.beneath)}</p><p>${escaped(said.build)}</p>
<div id="chart"></div></main><script>const figure=${figure};Plotly.newPlot("chart",figure.data,figure.layout,${options})</script></body></html>`;
  return new Blob([text], { type: "text/html" });
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function button(format, said, status, choices) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = said.formats[format];
  made.setAttribute("aria-label", `${said.label} ${said.formats[format]}`);
  made.onclick = async () => {
    made.disabled = true;
    status.textContent = said.working;
    try {
      const titledSo = { ...said, heading: choices.title.value.trim() || said.heading };
      const blob = format === "html" ? await page(titledSo) : await picture(titledSo, format, SIZES[choices.size.value]);
      save(blob, `${said.name}.${format}`);
      status.textContent = "";
    } catch (reason) {
      console.error(reason);
      status.textContent = said.failed;
    }
    made.disabled = false;
  };
  return made;
}

// A size for the picture and a title of the reader's own, as they were chosen before.
function chooser(said, row) {
  const size = document.createElement("select");
  size.setAttribute("aria-label", said.size);
  size.append(...Object.entries(said.sizes).map(([key, text]) => new Option(text, key)));
  size.value = row.querySelector("select")?.value || "page";
  const title = document.createElement("input");
  title.type = "text";
  title.maxLength = 300;
  title.placeholder = said.title;
  title.setAttribute("aria-label", said.title);
  title.value = row.querySelector("input")?.value ?? "";
  return { size, title };
}

export default function ({ data: said, parentElement }) {
  const row = parentElement.querySelector(".saving");
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const label = document.createElement("span");
  label.textContent = said.label;
  row.setAttribute("aria-label", said.label);
  const choices = chooser(said, row);
  const buttons = Object.keys(said.formats).map((format) => button(format, said, status, choices));
  row.replaceChildren(label, ...buttons, choices.size, choices.title, status);
}
