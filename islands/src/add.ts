/* Files that are dropped anywhere on the card of files go into its field; the form is then the same as without. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-drop]")) {
  const field = form.querySelector<HTMLInputElement>("input[type=file]");
  const card = form.closest(".card") ?? form;
  card.addEventListener("dragover", (event) => event.preventDefault());
  card.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = (event as DragEvent).dataTransfer?.files;
    if (field && files?.length) field.files = files;
  });
}
