// One step back for one step forward.
//
// The server's front end adds an entry to the browser's history whenever a page writes its address: one more when a
// page is opened, since it then spells out what it shows; and when another page is chosen, one that has the new
// page's parameters under the old page's path, where the page was quick. Those entries take the place of the one before
// them here. An address that a page has written holds a build. Only the first page of a visit may be quicker than this.
(() => {
  if (window.countyscopeHistory) return;
  window.countyscopeHistory = true;
  const push = history.pushState.bind(history);
  const SOON = 1000; // milliseconds in which a path follows its parameters
  let written = { search: null, at: -SOON };

  history.pushState = (state, title, url) => {
    const next = new URL(url, location.href);
    const isSamePath = next.pathname === location.pathname;
    const isUnwritten = isSamePath && !new URLSearchParams(location.search).has("build");
    const isSoon = performance.now() - written.at < SOON;
    const followsParameters = !isSamePath && isSoon && next.search === location.search && next.search === written.search;
    written = { search: isSamePath ? next.search : null, at: performance.now() };
    return isUnwritten || followsParameters ? history.replaceState(state, title, url) : push(state, title, url);
  };
  window.addEventListener("popstate", () => { written = { search: null, at: -SOON }; });
})();
