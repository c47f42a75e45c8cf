import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { FolderInUseError, takeFolderLock } from '../../../demo/server/store/folder-lock.js';

describe('a data folder', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bdt-lock-'));
    path = join(folder, 'db.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is one process’s until it lets go', () => {
    const release = takeFolderLock(path);
    expect(() => takeFolderLock(path)).to.throw(FolderInUseError, folder);
    release();

    expect(existsSync(path)).to.equal(false);
    takeFolderLock(path)();
  });

  it('is refused to us while another process lives, and ours when it has died', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    writeFileSync(path, `${other.pid}  someone`);
    expect(() => takeFolderLock(path)).to.throw(FolderInUseError, String(other.pid));

    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;
    takeFolderLock(path);

    expect(readFileSync(path, 'utf8')).to.match(new RegExp(`^${process.pid} `));
  });

  it('is ours though another process has got the number of the one that died', { skip: !existsSync('/proc/self/stat') && 'needs /proc' }, () => {
    writeFileSync(path, `${process.ppid} 1 someone`);

    takeFolderLock(path);

    expect(readFileSync(path, 'utf8')).to.match(new RegExp(`^${process.pid} `));
  });

  it('is one’s when several processes find a dead lock at once', () => {
    writeFileSync(path, '4194999 1 someone');
    const script = `
      import { takeFolderLock } from '${join(process.cwd(), 'demo/server/store/folder-lock.ts')}';
      try { takeFolderLock(process.argv[2]); console.log('mine'); setTimeout(() => {}, 1500); } catch { console.log('refused'); }`;
    const file = join(folder, 'take.mts');
    writeFileSync(file, script);
    const start = `"${process.execPath}" --import tsx ${file} ${path}`;

    const { stdout } = spawnSync('sh', ['-c', `${start} & ${start} & ${start} & wait`], { encoding: 'utf8' });

    expect(stdout.trim().split('\n').sort()).to.deep.equal(['mine', 'refused', 'refused']);
  });
});
