/** The tester's console: kept mails, letters, the clock, and starting over. */
interface KeptMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: string;
}

interface KeptLetter {
  id: string;
  state: 'queued' | 'sent' | 'used' | 'expired' | 'cancelled';
  structureName: string;
  requester: string;
  sentAt: string | null;
  url: string;
}

const REFRESH_MS = 3000;

function byId<Element extends HTMLElement = HTMLElement>(id: string): Element {
  return document.getElementById(id) as Element;
}

const dateTime = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'medium' });

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, { ...init, headers: { accept: 'application/json', 'content-type': 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer);
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

function meta(text: string): HTMLElement {
  const element = make('span', text);
  element.className = 'meta';
  return element;
}

/** The mail's text, whose links lead where they lead. */
function withLinks(text: string): (Node | string)[] {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    if (!part.startsWith('http') || !URL.canParse(part)) return part;
    const link = make('a', part);
    link.href = part;
    return link;
  });
}

function mailRow({ id, to, subject, text, createdAt }: KeptMail, open: boolean): HTMLElement {
  const details = make('details', make('summary', make('strong', subject), meta(`à ${to}, ${dateTime.format(new Date(createdAt))}`)));
  details.open = open;
  details.dataset.mail = id;
  details.append(make('pre', ...withLinks(text)));
  return make('li', details);
}

function stateOf({ state, sentAt }: KeptLetter): string {
  if (state === 'queued') return 'en préparation';
  const left = sentAt ? `partie le ${dateTime.format(new Date(sentAt))}` : 'jamais partie';
  const over = { used: 'son code a servi', expired: 'son code a expiré', cancelled: 'annulée' };
  return state === 'sent' ? left : `${left}, ${over[state]}`;
}

/** What a structure does that expected no letter, by telephone for real. */
function disownButton({ id, structureName }: KeptLetter): HTMLButtonElement {
  const button = make('button', 'Désavouer');
  button.type = 'button';
  button.setAttribute('aria-label', `Désavouer la demande pour ${structureName}`);
  button.addEventListener('click', () => {
    void act('La demande est désavouée\u00a0: son code ne fonctionne plus.', `/qa/letters/${id}/disown`, { method: 'POST', body: '{}' }).then(() =>
      byId('t-lettres').focus(),
    );
  });
  return button;
}

function letterRow(letter: KeptLetter): HTMLElement {
  const row = make('li', make('strong', letter.structureName), meta(`demandée par ${letter.requester}, ${stateOf(letter)}`));
  const actions = make('p');
  actions.className = 'bar';
  if (letter.state === 'sent') {
    const link = make('a', 'Ouvrir la lettre (PDF)');
    link.href = letter.url;
    actions.append(link);
  }
  if (letter.state === 'sent' || letter.state === 'queued') actions.append(disownButton(letter));
  if (actions.hasChildNodes()) row.append(actions);
  return row;
}

function announce(text: string) {
  byId('annonce').textContent = text;
}

let shownMails: string | undefined;
let shownLetters: string | undefined;

/** Draws only what changed, so that what the tester opened or selected stays. */
function drawMails(mails: KeptMail[]) {
  const ids = mails.map(({ id }) => id).join();
  if (ids === shownMails) return;
  shownMails = ids;
  const list = byId('courriels');
  const opened = [...list.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset.mail);
  list.replaceChildren(...mails.map((mail, index) => mailRow(mail, index === 0 || opened.includes(mail.id))));
  if (!mails.length) list.append(make('li', 'Aucun e-mail pour le moment.'));
}

function drawLetters(letters: KeptLetter[]) {
  const ids = letters.map(({ id, state }) => `${id} ${state}`).join();
  if (ids === shownLetters) return;
  shownLetters = ids;
  const list = byId('lettres');
  list.replaceChildren(...letters.map(letterRow));
  if (!letters.length) list.append(make('li', 'Aucune lettre pour le moment.'));
}

const UNREACHABLE = 'Le serveur ne répond pas. Vérifiez qu’il est démarré.';

/** @returns Whether what is shown is what the server holds. */
async function refresh(): Promise<boolean> {
  try {
    const [mails, letters, clock] = await Promise.all([
      ask<{ results: KeptMail[] }>('/qa/mails'),
      ask<{ results: KeptLetter[] }>('/qa/letters'),
      ask<{ now: string }>('/qa/clock'),
    ]);
    drawMails(mails.results);
    drawLetters(letters.results);
    const time = byId<HTMLTimeElement>('maintenant');
    time.dateTime = clock.now;
    time.textContent = dateTime.format(new Date(clock.now));
    if (byId('annonce').textContent === UNREACHABLE) announce('');
    return true;
  } catch {
    announce(UNREACHABLE);
    return false;
  }
}

async function act(done: string, path: string, init: RequestInit) {
  try {
    await ask(path, init);
    if (await refresh()) announce(done);
  } catch {
    announce('Cela n’a pas marché. Vérifiez que le serveur est démarré.');
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-seconds]')) {
  const body = JSON.stringify({ advanceSeconds: Number(button.dataset.seconds) });
  button.addEventListener('click', () => void act('L’horloge a avancé.', '/qa/clock', { method: 'PUT', body }));
}

const dialog = byId<HTMLDialogElement>('confirmer');
byId('effacer').addEventListener('click', () => dialog.showModal());
dialog.addEventListener('close', () => {
  if (dialog.returnValue === 'oui') void act('Tout est effacé.', '/qa/reset', { method: 'POST', body: '{}' });
  dialog.returnValue = '';
});
byId('actualiser').addEventListener('click', () => void refresh().then((done) => done && announce('La liste est à jour.')));

void refresh();
setInterval(() => {
  if (document.visibilityState === 'visible') void refresh();
}, REFRESH_MS);
