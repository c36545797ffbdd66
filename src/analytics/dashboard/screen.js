// Tells the server where a screen is not as wide as it takes it to be, and dims other lines while one is pointed at.

const NARROW = 640; // as Streamlit stacks its columns
const DIMMED = "0.14";

function dim(graph, key) {
  for (const element of graph.querySelectorAll(".scatterlayer .trace")) {
    const of = element.__data__?.[0]?.trace?.meta;
    element.style.opacity = key === null || of === undefined || of === key ? "" : DIMMED;
  }
  for (const element of graph.querySelectorAll(".annotation")) {
    const of = graph.layout.annotations?.[element.dataset.index]?.name;
    element.style.opacity = key === null || of === undefined || of === key ? "" : DIMMED;
  }
}

function attend(graph) {
  graph.countyscopeDims = true;
  graph.on("plotly_hover", ({ points }) => dim(graph, points[0]?.data.meta ?? null));
  graph.on("plotly_unhover", () => dim(graph, null));
}

// One listener for all charts, also for those that are drawn later.
function dimWhatIsNotPointedAt() {
  if (window.countyscopeDims) return;
  window.countyscopeDims = true;
  document.addEventListener("pointerover", ({ target }) => {
    const graph = target.closest?.(".js-plotly-plot");
    if (!graph?.on) return;
    if (!graph.countyscopeDims) attend(graph);
    const label = target.closest(".annotation");
    if (label) dim(graph, graph.layout.annotations?.[label.dataset.index]?.name ?? null);
  });
  document.addEventListener("pointerout", ({ target }) => {
    const graph = target.closest?.(".annotation")?.closest(".js-plotly-plot");
    if (graph) dim(graph, null);
  });
}

// A page that is still being drawn is not drawn anew: its widgets would lose what they begin with.
const isDrawn = () => document.querySelector("[data-test-script-state]")?.dataset.testScriptState === "notRunning";

export default function ({ data, setStateValue }) {
  dimWhatIsNotPointedAt();
  let waiting = 0;
  const report = () => {
    clearTimeout(waiting);
    const isNarrow = window.innerWidth < NARROW;
    if (isNarrow === data.is_narrow) return;
    if (isDrawn()) setStateValue("is_narrow", isNarrow);
    else waiting = setTimeout(report, 50);
  };
  waiting = setTimeout(report, 50);
  window.addEventListener("resize", report);
  return () => {
    clearTimeout(waiting);
    window.removeEventListener("resize", report);
  };
}
