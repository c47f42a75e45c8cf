import { describe, it } from 'node:test';
import { isAbsolute, relative, resolve } from 'node:path';
import { expect } from 'chai';
import { rollup, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';

const atOnce: Plugin = { name: 'at-once', resolveDynamicImport: () => false };

/** What a page loads with a module: our files, and the packages that they import. */
async function loadedWith(entry: string, when: 'at once' | 'later too' = 'later too'): Promise<{ files: string[]; packages: string[] }> {
  const packages = new Set<string>();
  const bundle = await rollup({
    input: resolve(entry),
    treeshake: false,
    external: (id) => {
      const isPackage = !id.startsWith('.') && !isAbsolute(id);
      if (isPackage) packages.add(id);
      return isPackage;
    },
    plugins: [when === 'at once' && atOnce, esbuild({ target: 'es2022' })],
  });
  const files = bundle.watchFiles.map((file) => relative('.', file).replaceAll('\\', '/'));
  await bundle.close();
  return { files, packages: [...packages].sort() };
}

for (const entry of ['sdk/client/create-client.ts', 'sdk/client/page-client.ts', 'src/sdk.ts']) {
  describe(`what a page loads with ${entry}`, () => {
    it('is ky and nothing else of others', async () => {
      const { files, packages } = await loadedWith(entry);

      expect(files).to.include('sdk/client/call.ts');
      expect(packages).to.deep.equal(['ky']);
    });

    it('is of the contract only what goes over the wire', async () => {
      const { files } = await loadedWith(entry);
      const contract = files.filter((file) => file.startsWith('sdk/contract/'));

      expect(contract).to.include('sdk/contract/wire/sign-up.ts');
      expect(contract.filter((file) => !file.startsWith('sdk/contract/wire/'))).to.deep.equal([]);
    });
  });
}

describe('what the client of the elements brings at once', () => {
  it('is signing up and signing in, and no other resource', async () => {
    const { files } = await loadedWith('sdk/client/page-client.ts', 'at once');

    expect(files).to.include.members(['sdk/client/sign-ups.ts', 'sdk/client/sessions.ts']);
    expect(files.filter((file) => /(structures?|memberships?|services?|habilitations?|claims?|administration)\.ts$/.test(file))).to.deep.equal([]);
  });
});
