import { type AddressInfo, createServer } from 'node:net';

import { requireFreePorts } from '../../local/ports';

const onBusyPort = async (host: string, test: (port: number) => Promise<void>): Promise<void> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  try {
    await test((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
};

describe('the ports', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::'])('names a port that is taken on %s, and the variable that moves it', (host) =>
    onBusyPort(host, (port) =>
      expect(requireFreePorts([{ variable: 'DATABASE_PORT', port }])).rejects.toThrow(
        `Port ${port} is in use by another program: end it, or set DATABASE_PORT to a free port.`,
      ),
    ),
  );

  it('names both variables when one port is given twice', async () => {
    let port = 0;
    await onBusyPort('127.0.0.1', async (free) => void (port = free));
    const wanted = [
      { variable: 'PORT', port },
      { variable: 'TEMPORAL_PORT', port },
    ];
    await expect(requireFreePorts(wanted)).rejects.toThrow(`PORT and TEMPORAL_PORT are both ${port}`);
  });

  it('leaves a free port free', async () => {
    let port = 0;
    await onBusyPort('127.0.0.1', async (free) => void (port = free));
    await requireFreePorts([{ variable: 'PORT', port }]);
    await expect(requireFreePorts([{ variable: 'PORT', port }])).resolves.toBeUndefined();
  });
});
