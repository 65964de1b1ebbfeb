/** The layer rules of the design. Each has a test that breaks it on purpose: test/unit/layers/layers.test.ts. */
/** One folder for each module of the work. */
export const modules =
  'search|gap|inventory|classification|impact|risk|soa|trace|views|registers|actions|roadmap|cost|crosswalk|readiness|evidence|dossier|transfer|documents'

/** What modules share. */
export const shared = 'engagement|catalog|importing|spreadsheet|language'
/** What everything may speak of. */
export const ground = 'report|task'

export default {
  forbidden: [
    {
      name: 'renderer-sees-contract-only',
      comment: 'The renderer is a view: of the main side it knows the contract and nothing else.',
      severity: 'error',
      from: { path: '^src-renderer' },
      to: { path: '^src-main/', pathNot: '^src-main/contract/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-imports-zod-alone',
      severity: 'error',
      from: { path: '^src-main/contract/' },
      to: { pathNot: '^(src-main/contract/|node_modules/zod/)' },
    },
    {
      name: 'electron-only-in-its-host',
      severity: 'error',
      from: { path: '^src', pathNot: '^src-main/hosts/electron/' },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'only-engagement-opens-a-database',
      severity: 'error',
      from: { path: '^src', pathNot: '^src-main/engagement/' },
      to: { path: '(^|/)node_modules/(@types/)?better-sqlite3/|^better-sqlite3$' },
    },
    {
      name: 'modules-do-not-know-each-other',
      comment: 'What two modules need is in catalog, engagement, report or the contract.',
      severity: 'error',
      from: { path: `^src-main/(${modules})/` },
      to: { path: `^src-main/(${modules})/`, pathNot: '^src-main/$1/' },
    },
    {
      name: 'nobody-knows-the-hosts',
      severity: 'error',
      from: { path: '^src', pathNot: '^src-main/hosts/' },
      to: { path: '^src-main/hosts/' },
    },
    {
      name: 'only-hosts-know-the-application',
      severity: 'error',
      from: { path: '^src-main/', pathNot: '^src-main/(hosts|application)/' },
      to: { path: '^src-main/application/' },
    },
    {
      name: 'the-ground-knows-nothing-above',
      comment: 'report and task are what every layer may speak of: what a document is made of, and how work leaves the main thread.',
      severity: 'error',
      from: { path: `^src-main/(${ground})/` },
      to: { path: '^src', pathNot: `^src-main/(${ground})/` },
    },
    {
      name: 'what-modules-share-knows-no-module',
      comment:
        'engagement, catalog, importing, spreadsheet and language lie below the modules: neither a module nor the worker is theirs to know, not even by type.',
      severity: 'error',
      from: { path: `^src-main/(${shared})/` },
      to: { path: `^src-main/(${modules}|worker)/` },
    },
    {
      name: 'the-importer-knows-no-list',
      comment:
        'One importer serves every list: what the fields, words and choices of a list are, its module says. The errors and the way of reading are common.',
      severity: 'error',
      from: { path: '^src-main/(importing|spreadsheet)/' },
      to: { path: '^src-main/contract/', pathNot: '^src-main/contract/(errors|list-reading)\\.ts$' },
    },
    {
      name: 'no-circles',
      comment: 'Types count: a file that only names the type of another still has to be read, moved and changed with it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'renderer-modules-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src-renderer/modules/([^/]+)/' },
      to: { path: '^src-renderer/modules/', pathNot: '^src-renderer/modules/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
