// The frame of every page: theme, menu, and which section is being read. All of it is extra; the
// page can be read without.
(function () {
  "use strict";

  const THEMES = ["auto", "light", "dark"];
  const root = document.documentElement;

  const button = document.querySelector("[data-mz-theme]");
  if (button) {
    button.hidden = false;
    const show = () => {
      for (const icon of button.querySelectorAll("[data-theme-icon]")) {
        icon.hidden = icon.dataset.themeIcon !== root.dataset.theme;
      }
      button.setAttribute("aria-label", button.dataset[root.dataset.theme]);
      button.title = button.dataset[root.dataset.theme];
    };
    button.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
      root.dataset.theme = next;
      try {
        localStorage.setItem("mujaz.theme", next);
      } catch (error) {
        // Storage may be full or forbidden: the choice then lasts for this page only.
      }
      document.dispatchEvent(new Event("mujaz:theme"));
      show();
    });
    show();
  }

  const drawer = document.getElementById("__drawer");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer) drawer.checked = false;
  });

  // A link to something that is folded up unfolds it.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  const links = new Map(
    [...document.querySelectorAll(".md-nav--secondary a")].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  const sections = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (sections.length) {
    const mark = () => {
      const passed = sections.filter((section) => section.getBoundingClientRect().top < 120);
      const current = passed.at(-1);
      for (const [id, link] of links) {
        const active = Boolean(current) && current.id === id;
        link.classList.toggle("md-nav__link--active", active);
        if (active) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }, { passive: true });
    mark();
  }
})();
