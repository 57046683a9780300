import { z } from 'zod';
import { plantHouse } from './planted-house';

/** Each is one line that breaks one rule, in the folder where it matters. */
const PLANTED: [path: string, text: string, rule: string][] = [
  ['domain/any.ts', 'export const a = (x: any): unknown => x;', 'no-explicit-any'],
  ['domain/bang.ts', 'export const a = (x?: string): string => x!;', 'no-non-null-assertion'],
  ['domain/status.ts', switchOver('approved'), 'switch-exhaustiveness-check'],
  ['domain/clock.ts', 'export const a = (): Date => new Date();', 'no-restricted-syntax'],
  ['domain/now.ts', 'export const a = (): number => Date.now();', 'no-restricted-syntax'],
  ['domain/chance.ts', 'export const a = (): number => Math.random();', 'no-restricted-syntax'],
  [
    'domain/fraction.ts',
    'export const a = (priceCents: number): number => Math.round(priceCents * 0.08);',
    'no-restricted-syntax',
  ],
  [
    'domain/parse.ts',
    'export const a = (text: string): number => Number.parseFloat(text) * 100;',
    'no-restricted-syntax',
  ],
  ['domain/print.ts', 'export const a = (cents: number): string => (cents / 100).toFixed(2);', 'no-restricted-syntax'],
  ['db/fraction.ts', 'export const a = (feeCents: number): number => feeCents * 1.5;', 'no-restricted-syntax'],
  ['domain/disabled.ts', '// eslint-disable-next-line\nexport const a = (x: any): unknown => x;', 'no-explicit-any'],
  ['domain/ignored.ts', "// @ts-ignore\nexport const a: number = 'x';", 'ban-ts-comment'],
  ['domain/enum.ts', 'export enum Status { approved }', 'no-restricted-syntax'],
  ['api/environment.ts', "export const a = process.env['PORT'];", 'no-restricted-syntax'],
  ['api/console.ts', "console.log('hello');\nexport {};", 'no-console'],
  ['api/floating.ts', 'export const a = (): void => {\n  Promise.resolve();\n};', 'no-floating-promises'],
  ['api/types.ts', "import { a } from './console';\nexport type A = typeof a;", 'consistent-type-imports'],
  ['api/mutation.ts', 'export function a(row: { n: number }): void {\n  row = { n: 1 };\n}', 'no-param-reassign'],
  ['workflows/node.ts', "import { join } from 'node:path';\nexport const a = join;", 'no-restricted-imports'],
  ['api/long.ts', Array.from({ length: 251 }, (_, line) => `export const a${line} = ${line};`).join('\n'), 'max-lines'],
  ['api/deep.ts', `export function a(): void {\n${'  a();\n'.repeat(61)}}`, 'max-lines-per-function'],
];

const CLEAN: [path: string, text: string][] = [
  ['domain/given.ts', 'export const a = (at: string): number => new Date(at).getTime();'],
  ['domain/whole.ts', 'export const a = (priceCents: number): number => Math.round((priceCents * 800) / 10_000);'],
  ['config/settings.ts', "export const a = process.env['PORT'];"],
  ['local/start.ts', "console.log('ready');\nexport {};"],
];

const Report = z.array(
  z.object({ filePath: z.string(), messages: z.array(z.object({ ruleId: z.string().nullable() })) }),
);

describe('the code rules', () => {
  let broken: Map<string, string[]>;
  beforeAll(() => {
    broken = lint([...PLANTED, ...CLEAN].map(([path, text]) => [path, text]));
  }, 60_000);

  it.each(PLANTED.map(([path, , rule]) => [path, rule] as const))('refuse %s by %s', (path, rule) => {
    expect(broken.get(path)?.map((id) => id.replace('@typescript-eslint/', ''))).toContain(rule);
  });

  it.each(CLEAN)('let through %s', (path) => {
    expect(broken.get(path)).toEqual([]);
  });
});

/** A switch that forgets a member of its union. */
function switchOver(known: string): string {
  return `export function a(status: 'approved' | 'denied'): void {\n  switch (status) {\n    case '${known}':\n      return;\n  }\n}`;
}

function lint(files: [path: string, text: string][]): Map<string, string[]> {
  const house = plantHouse(Object.fromEntries(files.map(([path, text]) => [path, `${text}\n`])));
  try {
    const report = Report.parse(JSON.parse(house.run('eslint', ['--format', 'json', '.'])));
    return new Map(
      files.map(([path]) => {
        const file = report.find(({ filePath }) => filePath.endsWith(`/${path}`));
        return [path, file?.messages.map(({ ruleId }) => ruleId ?? 'parse') ?? ['not linted']];
      }),
    );
  } finally {
    house.remove();
  }
}
