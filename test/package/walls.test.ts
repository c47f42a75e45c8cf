import { describe, it } from 'node:test';
import { expect } from 'chai';
import { filesIn } from '../../scripts/support/files.js';
import { importsOf, type Import } from './support/imports.js';

/** A folder, and what the files in it may import: paths by their beginning, packages by their name. */
interface Wall {
  folder: string;
  files: string[];
  packages: 'any' | string[];
}

const walls: Wall[] = [
  { folder: 'sdk/rules/', files: ['sdk/rules/'], packages: [] },
  { folder: 'sdk/contract/', files: ['sdk/rules/', 'sdk/contract/'], packages: ['zod/mini'] },
  { folder: 'sdk/contract/wire/', files: ['sdk/rules/', 'sdk/contract/wire/'], packages: [] },
  { folder: 'sdk/errors.ts', files: ['sdk/rules/', 'sdk/contract/'], packages: [] },
  { folder: 'sdk/client/', files: ['sdk/rules/', 'sdk/contract/', 'sdk/errors.ts', 'sdk/client/'], packages: ['ky'] },
  { folder: 'sdk/flows/', files: ['sdk/'], packages: [] },
  { folder: 'components/', files: ['sdk/', 'components/'], packages: ['lit', '@lit/context'] },
  { folder: 'src/', files: ['sdk/', 'components/', 'src/'], packages: [] },
  { folder: 'demo/pages/', files: ['demo/pages/'], packages: ['bdt-inscription'] },
  { folder: 'demo/qa/', files: ['demo/qa/', 'demo/pages/'], packages: ['bdt-inscription'] },
  { folder: 'demo/server/', files: ['demo/server/', 'src/contract.ts'], packages: 'any' },
];

function isAllowed({ target, specifier }: Import, wall: Wall): boolean {
  if (specifier.startsWith('.')) return wall.files.some((path) => target.startsWith(path));
  if (wall.packages === 'any') return !/^bdt-inscription(?!\/contract$)/.test(specifier);
  return wall.packages.some((name) => specifier === name || (!name.endsWith('/mini') && specifier.startsWith(`${name}/`)));
}

const show = ({ from, specifier }: Import) => `${from} imports ${specifier}`;

describe('walls between the folders', () => {
  for (const wall of walls) {
    const files = [...filesIn('sdk', '.ts'), ...filesIn('components', '.ts'), ...filesIn('src', '.ts'), ...filesIn('demo', '.ts')];
    const inside = files.filter((file) => file.startsWith(wall.folder));

    it(`lets a reader of ${wall.folder} know what it can depend on`, () => {
      const wrong = inside.flatMap(importsOf).filter((one) => !isAllowed(one, wall));

      expect(inside, 'files found').to.not.be.empty;
      expect(wrong.map(show)).to.deep.equal([]);
    });
  }

  it('leaves no shipped file outside the walls', () => {
    const files = [...filesIn('sdk', '.ts'), ...filesIn('components', '.ts'), ...filesIn('src', '.ts')];

    expect(files.filter((file) => !walls.some(({ folder }) => file.startsWith(folder)))).to.deep.equal([]);
  });

  it('names an import that turns back', () => {
    const wall = walls[0] as Wall;
    const back: Import = { from: 'sdk/rules/x.ts', specifier: '../flows/flow.js', target: 'sdk/flows/flow.ts', isDynamic: false };

    expect(isAllowed(back, wall)).to.equal(false);
  });
});
