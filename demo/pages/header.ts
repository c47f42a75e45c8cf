/** Whether someone signed in here: a hint for the menu alone, since only the backend knows whether the session goes on. */
const KEY = 'portal:signed-in';

function isHinted(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function draw(isSignedIn: boolean): void {
  const name = isSignedIn ? 'Mon compte' : 'Connexion';
  for (const place of document.querySelectorAll('[data-account]')) {
    place.textContent = name;
    if (place.localName === 'h1') document.title = `${name} – Portail de démonstration`;
  }
}

function remember(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the menu is right on this page at least.
  }
  draw(isSignedIn);
}

/** Has the menu say whether someone is signed in. */
export function startHeader(): void {
  document.addEventListener('bdt-signed-in', () => remember(true));
  document.addEventListener('bdt-signed-out', () => remember(false));
  document.addEventListener('bdt-session-required', () => remember(false));

  // Where one signs in, the element says whether a session goes on; elsewhere the hint must do.
  if (document.querySelector('bdt-signin')) return;
  const redraw = () => draw(isHinted());
  redraw();
  addEventListener('storage', redraw);
  addEventListener('pageshow', redraw);
}
