// What pages do beyond HTML. Everything works without this file.
// The semicolon ends what stands before it in the joined file: without it our function would be its argument.
;(() => {
  // A pressed button says so and cannot be pressed twice; coming back with the Back button makes it usable again.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!button || !button.dataset.busy) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    button.dataset.idle = button.textContent;
    button.textContent = button.dataset.busy;
    button.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", (event) => {
    // A page that the browser kept may be out of date, which one to pay on must not be.
    if (event.persisted && document.querySelector("[data-fresh]")) location.reload();
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      const button = form.querySelector("[data-idle]");
      if (button) {
        button.textContent = button.dataset.idle;
        button.removeAttribute("aria-disabled");
      }
    }
  });

  // Another language is asked for with what stands in the form by now. Passwords, files and ticks are never in it.
  const unkept = ["password", "file", "checkbox", "submit", "button"];
  const typed = (field) =>
    field.name && field.name !== "_csrf" && !field.dataset.reveal && !unkept.includes(field.type);
  const changed = (field) => {
    if (!typed(field) || field.type === "hidden") return false;
    if (field.type === "radio") return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  };
  let last = null;
  document.addEventListener("input", (event) => { last = event.target.form; });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("action") !== "/language") return;
    const forms = [last, ...document.querySelectorAll("main form[method=post]")];
    const open = forms.find((one) => one?.closest("main") && [...one.elements].some(changed));
    if (!open) return;
    const fields = [...open.elements]
      .filter((field) => typed(field) && (field.type !== "radio" || field.checked))
      .map((field) => [field.name, field.value]);
    let kept = form.querySelector("[name=kept]");
    if (!kept) {
      kept = document.createElement("input");
      kept.type = "hidden";
      kept.name = "kept";
      form.append(kept);
    }
    kept.value = open.getAttribute("action").split("#")[0] + "?" + new URLSearchParams(fields);
  });

  // The tracker listens to server-sent events; when they fail it asks, and when they work again it stops asking.
  const every = 4000;
  let timer = 0;
  const ask = () => {
    if (live) htmx.ajax("GET", live.dataset.poll, { target: live, swap: "innerHTML" });
    else stop();
  };
  const stop = () => { clearInterval(timer); timer = 0; };
  document.addEventListener("htmx:sseError", () => { timer = timer || setInterval(ask, every); });
  document.addEventListener("htmx:sseOpen", stop);

  // What has changed is also said in the title and, once, to those who listen.
  const live = document.querySelector("[data-poll]");
  if (live) new MutationObserver(() => {
    const head = live.querySelector("h1[data-title]");
    if (!head || document.title === head.dataset.title) return;
    document.title = head.dataset.title;
    document.getElementById("said").textContent = head.textContent;
  }).observe(live, { childList: true, subtree: true });

  // What is typed into a password field can be looked at; it is hidden again before it is sent.
  for (const field of document.querySelectorAll("input[data-reveal]")) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.autocomplete = "off";
    label.className = "reveal";
    label.append(box, field.dataset.reveal);
    box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
    field.form?.addEventListener("submit", () => { field.type = "password"; box.checked = false; });
    field.after(label);
  }

  // Without script the browser's own menu prints.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
