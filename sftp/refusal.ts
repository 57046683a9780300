import ssh2 from 'ssh2';

const { STATUS_CODE } = ssh2.utils.sftp;

/** A request that is answered with an error of the protocol. The sentence is shown to the partner: no path of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

export const noSuchFile = (): Refusal => new Refusal(STATUS_CODE.NO_SUCH_FILE, 'no such file');

export const forbidden = (sentence: string): Refusal => new Refusal(STATUS_CODE.PERMISSION_DENIED, sentence);

/** For what is allowed, but not now or not like this. */
export const failed = (sentence: string): Refusal => new Refusal(STATUS_CODE.FAILURE, sentence);

/** What a failing file system means to a partner; undefined: a fault of ours, to be logged. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    // A link: nothing of ours is one.
    case 'ELOOP':
      return noSuchFile();
    case 'EEXIST':
      return failed('a file of this name is there already');
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('no room is left; try again later');
    default:
      return undefined;
  }
}

export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
