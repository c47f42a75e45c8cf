import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { filesIn } from '../../scripts/support/files.js';

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** Lines a file may have, and how many make one ask whether it holds two ideas. */
const LINES_MAX = 400;
const LINES_MANY = 250;

const folders = ['bench', 'components', 'demo', 'docs', 'scripts', 'sdk', 'src', 'test'];
const written = ['.ts', '.mjs', '.css', '.html', '.md'];

describe('the house', () => {
  it('never asks anyone to read a file of more than 400 lines', (test) => {
    const files = [
      ...folders.filter((folder) => folder !== 'docs').flatMap((folder) => written.flatMap((suffix) => filesIn(folder, suffix))),
      ...['docs/guides', 'docs/decisions'].flatMap((folder) => filesIn(folder, '.md')),
      ...written.flatMap((suffix) => filesIn('.', suffix, { deep: false })),
    ];
    const sizes = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));
    const show = ({ file, lines }: { file: string; lines: number }) => `${file}: ${lines} lines`;

    for (const long of sizes.filter(({ lines }) => lines > LINES_MANY)) test.diagnostic(show(long));
    expect(sizes.filter(({ lines }) => lines > LINES_MAX).map(show)).to.deep.equal([]);
  });

  it('installs the same from any machine and any registry', () => {
    const lock = readFileSync('package-lock.json', 'utf8');

    expect(lock).to.not.match(/"resolved"/);
    expect(lock).to.not.match(/registry\.|localhost|127\.0\.0\.1|"file:|\/(home|root|Users|work)\//);
    expect(readFileSync('.npmrc', 'utf8')).to.not.match(/registry\s*=/);
  });

  it('can be installed by npm ci on any system, whatever system wrote the lock file', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));

    // npm leaves out what its registry did not have that day, and then refuses its own file.
    expect(optional.filter((name) => !locked.has(name))).to.deep.equal([]);
  });

  it('installs the versions it was tested with', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).to.deep.equal([]);
  });

  it('brings four packages along, and no other', () => {
    expect(Object.keys(manifest.dependencies)).to.deep.equal(['@lit/context', 'ky', 'lit', 'zod']);
  });

  for (const name of ['start', 'test', 'build', 'bench', 'docs', 'verify', 'directory:import']) {
    it(`keeps the promise of npm run ${name}`, () => {
      const command = manifest.scripts[name] ?? '';
      const file = /\S+\.ts/.exec(command)?.[0];

      expect(command).to.not.equal('');
      if (file) expect(existsSync(file), file).to.equal(true);
    });
  }
});
