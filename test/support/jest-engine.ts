/** How the set-up of a run hands its findings to the test processes. */
export const ENGINE_VARIABLES = { server: 'OWNWARD_TEST_TEMPORAL', testServer: 'OWNWARD_TEST_SERVER' } as const;

/** Path of the `temporal` binary (dev server, real clock). */
export function temporalPath(): string {
  return found(ENGINE_VARIABLES.server);
}

/** Path of the time-skipping test server. */
export function testServerPath(): string {
  return found(ENGINE_VARIABLES.testServer);
}

function found(variable: string): string {
  const path = process.env[variable];
  if (path === undefined)
    throw new Error(`${variable} is not set: this test belongs to a Jest project with the engine`);
  return path;
}
