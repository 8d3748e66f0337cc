// On paper nothing can be unfolded: what is folded is opened for the print and folded again after it. Trees stay as they were
// opened, for they may be endless and are fetched branch by branch.
const opened = new Set<HTMLDetailsElement>();

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")) {
    if (folded.closest(".tree")) continue;
    folded.open = true;
    opened.add(folded);
  }
});

addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});
