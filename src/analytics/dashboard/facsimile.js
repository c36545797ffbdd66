// The document beside the page, opened where the reader clicks and without waiting for the page to be drawn anew.
//
// What leads to a document: a mark of a chart (its text is that of charts/parts/points.py), a link to a document's page,
// and an address that the page itself gives once its own choosers (rows of tables, buttons) lead to one. The frame holds a
// page of our own that runs no script, so its keys are listened for here.
(() => {
  if (window.countyscopeFacsimile) return;
  window.countyscopeFacsimile = true;
  const FRESH = 3000; // milliseconds in which the page may still be on its way to what was clicked
  const NARROW = matchMedia("(max-width: 640px)");
  let drawer = null, frame = null, opened = "", path = "", given = new Set(), clickedAt = -FRESH, before = null;

  const words = () => document.querySelector("[data-facsimile-close]")?.dataset ?? {};

  function button(name, text) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = text;
    made.addEventListener("click", close);
    return made;
  }

  function build() {
    const said = words();
    drawer = document.createElement("aside");
    drawer.id = "facsimile-drawer";
    drawer.setAttribute("aria-label", said.facsimilePanel);
    frame = document.createElement("iframe");
    frame.title = said.facsimilePanel;
    frame.addEventListener("load", () => frame.contentDocument?.addEventListener("keydown", press));
    drawer.append(button("back", `‹ ${said.facsimileBack}`), button("close", `× ${said.facsimileClose}`), frame);
  }

  function open(address) {
    if (opened === address && drawer?.isConnected) return;
    if (!drawer) build();
    if (drawer.isConnected) {
      frame.contentWindow.location.replace(address); // no step of the browser's history
    } else {
      before = document.activeElement;
      frame.src = address;
      document.body.append(drawer);
      document.body.classList.add("with-facsimile");
      cover(NARROW.matches);
    }
    opened = address;
    path = location.pathname;
  }

  // On a narrow screen the document takes the place of the page.
  function cover(isCovering) {
    document.getElementById("root").inert = isCovering;
    if (isCovering) drawer.querySelector(".back").focus();
  }

  function close() {
    if (!drawer) return;
    drawer.remove();
    drawer = frame = null;
    opened = "";
    document.body.classList.remove("with-facsimile");
    document.getElementById("root").inert = false;
    before?.focus?.({ preventScroll: true });
  }

  function press(event) {
    if (!drawer) return;
    if (event.key === "Escape") return close();
    const key = { KeyN: "n", KeyP: "p" }[event.code];
    if (!event.altKey || event.ctrlKey || event.metaKey || !key) return;
    event.preventDefault();
    frame.contentDocument?.querySelector(`a[accesskey=${key}]`)?.click();
  }

  // 7 1 2020 · 7 1 2020 requests_new · 7 1 2020 cell:31+32 · 7 1 2020 prose:2.40.61
  function find(graph, text) {
    const title = document.querySelector(`[data-chart="${CSS.escape(key(graph))}"]`);
    const [report, , , last] = String(text ?? "").split(" ");
    if (!title || !/^\d+$/.test(report)) return null;
    const { evidence, measure } = title.dataset, { facsimileLanguage } = words();
    const cells = last?.startsWith("cell:") ? last.slice("cell:".length).split("+") : [];
    const query = new URLSearchParams(cells.map((cell) => ["cell", cell]));
    const quote = last?.startsWith("prose:") ? last.slice("prose:".length) : "";
    if (quote) query.append("prose", quote);
    const chosen = cells.length || quote ? "" : last || measure;
    if (chosen) query.append("measure", chosen);
    if (!chosen && !cells.length && !quote) query.append("view", "whole");
    query.append("lang", facsimileLanguage);
    return `${evidence}/${report}?${query}#here`;
  }

  function key(graph) {
    const names = [...(graph.closest("[class*=st-key-]")?.classList ?? [])];
    return names.find((name) => name.startsWith("st-key-"))?.slice("st-key-".length) ?? "";
  }

  function listen(graph) {
    if (!graph.on || !graph._ev || graph.countyscopeListens === graph._ev) return;
    graph.countyscopeListens = graph._ev; // another once the chart was made anew
    graph.on("plotly_click", ({ points }) => {
      const address = find(graph, [points[0]?.customdata].flat()[0]);
      clickedAt = performance.now();
      if (address) open(address);
    });
  }

  function follow() {
    for (const graph of document.querySelectorAll(".js-plotly-plot")) listen(graph);
    const now = new Set([...document.querySelectorAll("[data-facsimile-chosen]")].map((one) => one.dataset.facsimileChosen));
    const chosen = [...now].filter((address) => !given.has(address));
    const isGone = given.has(opened) && !now.has(opened) && performance.now() - clickedAt > FRESH;
    given = now;
    if (chosen.length) open(chosen.at(-1));
    else if (drawer && (isGone || location.pathname !== path)) close();
  }

  let isDue = false;
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => { isDue = false; follow(); });
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-facsimile-chosen"] });

  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const root = new URL("evidence/", location.href).href; // all pages stand beside one another
    if (!link.href.startsWith(root)) return;
    event.preventDefault();
    clickedAt = performance.now();
    open(link.getAttribute("href"));
  }, true);
  addEventListener("keydown", press);
  NARROW.addEventListener("change", () => drawer && cover(NARROW.matches));
  follow();
})();
