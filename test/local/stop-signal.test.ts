import { stopSignal } from '../../local/stop-signal';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

afterEach(() => SIGNALS.forEach((signal) => process.removeAllListeners(signal)));

describe('the wish to stop', () => {
  it.each(SIGNALS)('is heard from %s', async (signal) => {
    const heard: boolean[] = [];
    const { asked } = stopSignal((now) => heard.push(now));
    process.emit(signal);
    await expect(asked).resolves.toBeUndefined();
    expect(heard).toEqual([false]);
  });

  it('is one wish when npm hands on the Ctrl-C that the terminal has sent already', () => {
    const heard: boolean[] = [];
    stopSignal((now) => heard.push(now));
    process.emit('SIGINT');
    process.emit('SIGINT');
    expect(heard).toEqual([false]);
  });

  it('is an urgent one when Ctrl-C is repeated later', () => {
    const heard: boolean[] = [];
    const clock = jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(1_001);
    stopSignal((now) => heard.push(now));
    process.emit('SIGINT');
    process.emit('SIGINT');
    clock.mockRestore();
    expect(heard).toEqual([false, true]);
  });
});
