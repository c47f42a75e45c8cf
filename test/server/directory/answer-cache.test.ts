import { expect } from 'chai';
import { describe, it } from 'node:test';
import { AnswerCache } from '../../../demo/server/directory/answer-cache.js';
import { RequestPace } from '../../../demo/server/directory/request-pace.js';

describe('answers kept for the next person', () => {
  it('are gone when their time is up', () => {
    let now = 0;
    const cache = new AnswerCache<string>(100, 10, () => now);
    cache.set('a', 'A');

    now = 99;
    expect(cache.get('a')).to.equal('A');
    now = 100;
    expect(cache.get('a')).to.equal(undefined);
  });

  it('make room by losing the one asked for longest ago', () => {
    const cache = new AnswerCache<string>(100, 2, () => 0);
    cache.set('a', 'A');
    cache.set('b', 'B');
    cache.get('a');
    cache.set('c', 'C');

    expect(['a', 'b', 'c'].map((key) => cache.get(key))).to.deep.equal(['A', undefined, 'C']);
  });
});

describe('the pace of requests', () => {
  it('lets no second hold more than its share, whenever the second begins', () => {
    let now = 0;
    const pace = new RequestPace(3, () => now);
    const starts: number[] = [];
    for (; now < 5000; now += 50) {
      const wait = pace.reserve(400);
      if (wait !== undefined) starts.push(now + wait);
    }

    expect(starts.length).to.be.within(13, 18);
    for (const start of starts) {
      expect(starts.filter((other) => other >= start && other < start + 1000).length).to.be.at.most(3);
    }
  });
});
