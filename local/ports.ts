import { createServer } from 'node:net';

import { Refusal } from './refusal';

export interface WantedPort {
  /** The variable that moves it. */
  readonly variable: string;
  readonly port: number;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * Looks before anything is started, so that the message can name the port and the variable.
 * @throws Refusal when a port is taken, or wanted twice
 */
export const requireFreePorts = async (wanted: readonly WantedPort[]): Promise<void> => {
  for (const [index, { variable, port }] of wanted.entries()) {
    const twin = wanted.slice(0, index).find((earlier) => earlier.port === port);
    if (twin !== undefined) {
      throw new Refusal(`${twin.variable} and ${variable} are both ${port}: give one of them another port.`);
    }
    if (!(await isFree(port))) {
      throw new Refusal(`Port ${port} is in use by another program: end it, or set ${variable} to a free port.`);
    }
  }
};
