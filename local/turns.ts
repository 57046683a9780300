/** Hands one thing from holder to holder, first come first served. */
export class Turns {
  private tail: Promise<void> = Promise.resolve();

  /** Resolves with the function that ends the turn, once every earlier turn has ended. */
  async take(): Promise<() => void> {
    const before = this.tail;
    let end = (): void => undefined;
    this.tail = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
