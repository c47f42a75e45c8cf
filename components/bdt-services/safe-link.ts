/**
 * An address that a link may lead to: `http` or `https`, against the page's own.
 *
 * A catalogue may come from elsewhere, and a `javascript:` address in it would run in the page.
 *
 * @returns nothing for any other address.
 */
export function safeLink(url: string | null): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, href } = new URL(url, document.baseURI);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
