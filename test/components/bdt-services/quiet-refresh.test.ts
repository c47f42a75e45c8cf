import { expect } from '@open-wc/testing';
import { QuietRefresh } from '../../../components/bdt-services/quiet-refresh.js';

describe('keeping an open page up to date', () => {
  const { setInterval } = globalThis;
  const { now } = Date;
  let minutes = 0;
  let every = 0;
  let tick = () => {};
  let readings = 0;
  let refresh: QuietRefresh;

  beforeEach(() => {
    minutes = 0;
    readings = 0;
    Date.now = () => minutes * 60_000;
    globalThis.setInterval = ((run: () => void, delay: number) => ((tick = run), (every = delay), 0)) as unknown as typeof setInterval;
    const host = { addController: () => {}, removeController: () => {}, requestUpdate: () => {}, updateComplete: Promise.resolve(true) };
    refresh = new QuietRefresh(host, () => (readings += 1));
    refresh.hostConnected();
  });

  afterEach(() => {
    refresh.hostDisconnected();
    globalThis.setInterval = setInterval;
    Date.now = now;
  });

  it('reads every 30 seconds while someone is there', () => {
    minutes = 9;
    tick();

    expect(every).to.equal(30_000);
    expect(readings).to.equal(1);
  });

  it('falls silent when nobody has touched the page for more than 10 minutes, so that the session can end', () => {
    minutes = 11;
    tick();

    expect(readings).to.equal(0);
  });

  it('reads at once when the person touches the page again', () => {
    minutes = 11;
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    expect(readings).to.equal(1);

    tick();
    expect(readings).to.equal(2);
  });

  it('does not read at each key while the person is there', () => {
    minutes = 1;
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));

    expect(readings).to.equal(0);
  });
});
