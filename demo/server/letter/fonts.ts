import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

/**
 * DejaVu, embedded as a subset: Latin with every accent, Greek, Cyrillic, Armenian, Georgian,
 * Hebrew and Arabic. Other scripts print as empty boxes. Condensed, since the longest lines of
 * an address must pass under the window at a size that La Poste's readers accept.
 */
const files = {
  text: 'DejaVuSansCondensed.ttf',
  strong: 'DejaVuSansCondensed-Bold.ttf',
  mono: 'DejaVuSansMono-Bold.ttf',
} as const;

export type Face = keyof typeof files;

const faces = Object.keys(files) as Face[];
const resolve = createRequire(import.meta.url).resolve;
const read = new Map<Face, Buffer>();

export function registerFonts(doc: InstanceType<typeof PDFDocument>): void {
  for (const face of faces) {
    const bytes = read.get(face) ?? readFileSync(resolve(`dejavu-fonts-ttf/ttf/${files[face]}`));
    read.set(face, bytes);
    doc.registerFont(face, bytes);
  }
}
