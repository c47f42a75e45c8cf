import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { ensureBuilt } from '../../scripts/support/ensure-built.js';
import { filesIn } from '../../scripts/support/files.js';
import { importsOf } from './support/imports.js';

interface Manifest {
  name: string;
  exports: Record<string, unknown>;
  sideEffects: string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** `define/bdt-signup` for `src/define/bdt-signup.ts`. */
const doors = filesIn('src', '.ts').map((file) => file.slice('src/'.length, -'.ts'.length));
const registering = doors.filter((door) => door === 'define' || door.startsWith('define/'));

const run = promisify(execFile);

/**
 * Imports a door in a Node of its own: which names are new in the global scope, and which tags are defined. What our four
 * dependencies leave there, and Node itself when it first needs `fetch`, is there before.
 */
async function importAlone(door: string): Promise<{ added: string[]; tags: string[] }> {
  const script = `
    for (const name of ['lit', '@lit/context', 'ky', 'zod/mini']) await import(name);
    new Request('http://localhost/');
    const before = new Set(Reflect.ownKeys(globalThis));
    await import('./dist/${door}.js');
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    const tags = ${JSON.stringify(registering.map((name) => name.slice('define/'.length)))};
    console.log(JSON.stringify({ added, tags: tags.filter((tag) => tag && globalThis.customElements?.get(tag)) }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout) as { added: string[]; tags: string[] };
}

/** Files reached from a door without any `import()`, packages by their name. */
function loadedAtOnce(start: string): Set<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.startsWith('dist/')) continue;
    queue.push(...importsOf(file).flatMap(({ target, isDynamic }) => (isDynamic ? [] : [target])));
  }
  return seen;
}

describe('doors of the package', () => {
  before(() => ensureBuilt(['library']));

  it('can each be imported by name, with types', () => {
    const expected = Object.fromEntries(
      doors.map((door) => [
        door === 'index' ? '.' : `./${door}`,
        { types: `./dist/types/src/${door}.d.ts`, default: `./dist/${door}.js` },
      ]),
    );

    expect(manifest.exports).to.deep.equal({
      ...expected,
      './custom-elements.json': './dist/custom-elements.json',
      './package.json': './package.json',
    });
  });

  it('tell a bundler that only those which register elements do something by themselves', () => {
    const declares = (door: string) =>
      manifest.sideEffects.some((pattern) => new RegExp(`^${pattern.replace('*', '[^/]+')}$`).test(`./dist/${door}.js`));

    expect(doors.filter(declares)).to.deep.equal(registering);
    expect(manifest.sideEffects).to.have.length(2);
  });

  it('offer a tag of its own for every element', () => {
    const tags = filesIn('components', '.ts').flatMap((file) => /^components\/(bdt-[a-z-]+)\/\1\.ts$/.exec(file)?.[1] ?? []);

    expect(registering.filter((door) => door !== 'define').sort()).to.deep.equal(tags.map((tag) => `define/${tag}`).sort());
  });

  for (const door of doors) {
    it(`let a script in Node import ${door} and find its globals as they were`, async () => {
      const { added, tags } = await importAlone(door);

      expect(added).to.deep.equal([]);
      if (!registering.includes(door)) expect(tags).to.deep.equal([]);
    });
  }

  for (const door of registering) {
    it(`draw a form from ${door} before the client and the schemas are loaded`, () => {
      const packages = [...loadedAtOnce(`dist/${door}.js`)].filter((file) => !file.startsWith('dist/'));

      expect(packages.filter((name) => !/^(lit|@lit\/context)(\/|$)/.test(name))).to.deep.equal([]);
    });
  }
});
