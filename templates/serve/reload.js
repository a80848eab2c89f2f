// Only `mujaz serve` adds this to pages: it loads a page again when it has been built anew, and
// shows what is wrong with the project.
"use strict";

const own = document.currentScript.dataset;

/** Ask for a newer build than the one that this page is of, again and again. */
async function poll() {
  for (;;) {
    let wait = 3000;
    try {
      const answer = await fetch(`/livereload/${own.epoch}/${own.page}`);
      if (answer.ok) {
        if (Number(await answer.text()) > Number(own.epoch)) return location.reload();
        wait = 0;
      }
    } catch {
      // The server is gone or restarts; it is asked again.
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Say what the last build found wrong, if anything. All of it is text, whatever it says. */
async function showProblems() {
  const problems = await (await fetch("/livereload/problems.json")).json();
  if (!problems.length) return;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/livereload/problems.css";
  const banner = document.createElement("details");
  banner.id = "mujaz-problems";
  banner.lang = "en";
  banner.dir = "ltr";
  banner.open = problems.some((problem) => problem.severity === "error");
  const summary = document.createElement("summary");
  summary.setAttribute("role", "status");
  summary.textContent = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const list = document.createElement("ul");
  for (const problem of problems) {
    const item = document.createElement("li");
    item.className = problem.severity;
    const place = document.createElement("code");
    place.textContent = problem.line ? `${problem.path}:${problem.line}` : problem.path;
    const said = document.createElement("bdi");
    said.textContent = problem.message;
    const remedy = document.createElement("em");
    remedy.textContent = problem.remedy;
    item.append(place, " ", said, " ", remedy);
    list.append(item);
  }
  banner.append(summary, list);
  document.head.append(style);
  document.body.append(banner);
}

addEventListener("load", () => {
  poll();
  showProblems();
});
