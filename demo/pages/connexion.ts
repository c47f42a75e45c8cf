import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-signin';
import { BACK_KEY } from './back.js';
import { startPortal } from './portal.js';

startPortal();

document.addEventListener('bdt-signed-in', (event) => {
  // Someone who comes back to this page may want to sign out: only a fresh sign-in goes on by itself.
  if (event.detail.resumed) return;
  const back = sessionStorage.getItem(BACK_KEY);
  sessionStorage.removeItem(BACK_KEY);
  location.assign(back?.startsWith('/pages/') ? back : '/pages/espace.html');
});
