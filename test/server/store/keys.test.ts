import { describe, it } from 'node:test';
import { expect } from 'chai';
import { openKeys } from '../../../demo/server/store/keys.js';

describe('secrets at rest', () => {
  const keys = openKeys('a key that is long enough for a test');

  it('open again for their purpose and under their key only', () => {
    const sealed = keys.seal('mail', { to: 'a@commune.example' });

    expect(keys.open('mail', sealed)).to.deep.equal({ to: 'a@commune.example' });
    expect(() => keys.open('letter', sealed)).to.throw();
    expect(() => openKeys('another key that is long enough too').open('mail', sealed)).to.throw();
    expect(() => keys.open('mail', `${sealed.slice(0, -2)}AA`)).to.throw();
  });

  it('are sealed differently each time', () => {
    expect(keys.seal('mail', 1)).to.not.equal(keys.seal('mail', 1));
  });

  it('are hashed apart by purpose and key', () => {
    const digests = [keys.digest('a', 'x'), keys.digest('b', 'x'), keys.digest('a', 'y'), openKeys('another key that is long enough too').digest('a', 'x')];

    expect(new Set(digests).size).to.equal(4);
    expect(keys.digest('a', 'x')).to.equal(digests[0]);
  });
});
