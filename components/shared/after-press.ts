/**
 * Does something now, or once the button of the mouse is released: a sentence that appears under a field when it is left
 * would move what is being clicked from under the pointer.
 *
 * @param element - Where the pointer may be down.
 */
export function afterPress(element: Element, act: () => void): void {
  if (element.matches(':active')) addEventListener('pointerup', () => setTimeout(act), { once: true });
  else act();
}
