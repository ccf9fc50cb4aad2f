// Lights the words of a claim when it is pointed at, and the claims of words.
(() => {
  "use strict";

  const lit = new Set();

  function light(range) {
    lit.forEach((element) => element.classList.remove("lit"));
    lit.clear();
    for (const part of range) {
      document.querySelectorAll(`[data-in~="${part}"], [data-on="${part}"]`).forEach((element) => {
        element.classList.add("lit");
        lit.add(element);
      });
    }
  }

  function ranges(target) {
    const on = target.closest?.("[data-on]");
    const within = target.closest?.("[data-in]");
    return on ? [on.dataset.on] : within ? within.dataset.in.split(" ") : [];
  }

  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => light(ranges(event.target)));
  }
})();
