/**
 * Opens the dialogs that are drawn: a browser does so only once they are in the page.
 *
 * @param drawn - A shadow root, or one dialog.
 */
export function openDialogs(drawn: Element | DocumentFragment): void {
  const dialogs = drawn instanceof HTMLDialogElement ? [drawn] : drawn.querySelectorAll('dialog');
  for (const dialog of dialogs) if (dialog.isConnected && !dialog.open) dialog.showModal();
}
