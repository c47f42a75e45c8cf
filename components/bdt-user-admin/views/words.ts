import type { StructureUser } from '../../../sdk/contract/administration.js';
import type { PageOf } from '../../../sdk/flows/user-admin/user-admin.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** The sentences that these views need, and the language of their dates. */
export interface Words {
  readonly own: Catalogue['userAdmin'];
  readonly habilitationStates: Catalogue['habilitationStates'];
  readonly jobFunctions: Catalogue['jobFunctions'];
  readonly common: Catalogue['common'];
  readonly locale: string;
}

export function nameOf({ firstName, lastName }: Pick<StructureUser, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`;
}

export function pagesIn({ total, pageSize }: PageOf<unknown>): number {
  return Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
}

/** "Demandes en attente (26), page 2 sur 2". */
export function listTitle({ own }: Words, title: string, list: PageOf<unknown>): string {
  const counted = list.total ? `${title} (${own.count(list.total)})` : title;
  const pages = pagesIn(list);
  return pages > 1 ? `${counted}, ${own.page(list.page, pages)}` : counted;
}
