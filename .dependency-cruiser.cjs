/**
 * The import table of the house (docs/CODING_RULES.md): api, worker, local -> activities -> db -> domain <- workflows.
 * One row says what a folder may import; everything it does not name is forbidden.
 */
const npm = (...names) => `node_modules/(${names.map((name) => name.replaceAll('/', '\\/')).join('|')})/`;

const ROWS = [
  { from: 'domain', why: 'pure: no package, no Node, no clock', may: ['^domain/'] },
  {
    from: 'workflows',
    // @temporalio/common is the part of the same SDK that names search attributes.
    why: 'the sandbox: @temporalio/workflow and domain/ only; activities as types',
    may: ['^workflows/', '^domain/', npm('@temporalio/(workflow|common)')],
    mayAsTypes: ['^activities/'],
  },
  {
    from: 'activities',
    why: 'side effects behind ports; configuration comes in as values',
    may: [
      '^activities/',
      '^domain/',
      '^db/',
      // An adapter that speaks to leases needs the names of their messages.
      '^workflows/.*messages\\.ts$',
      npm(
        '@temporalio/(activity|client)',
        'undici',
        'zod',
        'temporal-polyfill',
        'ssh2-sftp-client',
        'csv-(parse|stringify)',
        'pdfkit',
        'openpgp',
        'standardwebhooks',
        'ipaddr.js',
      ),
    ],
    node: true,
  },
  {
    from: 'db',
    why: 'SQL; of domain/ it knows the words, not the rest of the house',
    may: ['^db/', '^domain/', npm('pg', '@types/pg', 'kysely')],
    node: true,
  },
  {
    from: 'config',
    why: 'the only reader of process.env; imports no other folder',
    may: ['^config/', npm('@temporalio/(client|worker|envconfig)', 'pino', 'zod')],
    node: true,
  },
  {
    from: 'worker',
    why: 'composition root; Workflows by path and by their messages',
    may: ['^worker/', '^activities/', '^db/', '^domain/', '^config/', '^workflows/.*messages\\.ts$', 'node_modules/'],
    node: true,
  },
  {
    from: 'sftp',
    why: 'composition root of the intake of files; what is in them is for the worker',
    may: ['^sftp/', '^activities/', '^db/', '^domain/', '^config/', '^workflows/.*messages\\.ts$', 'node_modules/'],
    node: true,
  },
  {
    from: 'local',
    why: 'composition root of one machine',
    may: [
      ...['^local/', '^worker/', '^sftp/', '^api/', '^activities/', '^db/', '^domain/', '^config/', 'node_modules/'],
      '^workflows/.*messages\\.ts$',
    ],
    node: true,
  },
  {
    from: 'api',
    why: 'speaks to leases by their messages only',
    may: ['^api/', '^activities/', '^db/', '^domain/', '^config/', '^workflows/.*messages\\.ts$', 'node_modules/'],
    node: true,
  },
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A type is not a dependency at run time; a folder may import the types of `mayAsTypes`, and nothing else of it. */
function rulesOf({ from, why, may, mayAsTypes = [], node = false }) {
  const path = `^${from}/`;
  const builtin = node ? ['core'] : [];
  const values = { pathNot: may, dependencyTypesNot: [...builtin, ...(mayAsTypes.length > 0 ? ['type-only'] : [])] };
  const rules = [rule(`${from}-imports`, why, { path }, values)];
  if (mayAsTypes.length === 0) return rules;
  return [
    ...rules,
    rule(`${from}-types`, why, { path }, { pathNot: [...may, ...mayAsTypes], dependencyTypes: ['type-only'] }),
  ];
}

/** Directly; test/house/imports.test.ts follows the values that Workflows import to the end. */
const TIME_ZONES = ['temporal-polyfill', '^domain/.*(holiday|banking-calendar|time-zone)'];

module.exports = {
  forbidden: [
    ...ROWS.flatMap(rulesOf),
    rule(
      'no-cycles',
      'what cannot be loaded alone cannot be understood alone',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'workflows-no-time-zones',
      'a time-zone or holiday table that changes under a replay makes a lease leave its history (TW21)',
      { path: '^workflows/' },
      { path: TIME_ZONES },
    ),
    rule('resolvable', 'an import that leads nowhere hides from every other rule', {}, { couldNotResolve: true }),
    rule(
      'no-tests',
      'what runs must not need its tests',
      { pathNot: '^(test|bench)/|\\.mjs$' },
      { path: '^(test|bench)/' },
    ),
    rule(
      'no-dev-packages',
      'the image is installed without them',
      { path: '^(domain|workflows|activities|db|config|worker|sftp|api)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: npm('@types/[^/]+') },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
