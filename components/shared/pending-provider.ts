/** Resolves once the provider above an element can answer; nothing when it can already, or when there is none. */
export function pendingProvider(element: Element): Promise<unknown> | undefined {
  return element.closest('bdt-provider:not(:defined)') ? customElements.whenDefined('bdt-provider') : undefined;
}
