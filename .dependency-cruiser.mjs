/** The layer rules of the design. Each has a test that breaks it on purpose: test/unit/layers/layers.test.ts. */
const modules =
  'search|gap|inventory|classification|impact|risk|soa|trace|views|registers|actions|roadmap|cost|crosswalk|readiness|evidence|dossier|transfer|documents'

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
      comment:
        'What two modules need is in catalog, engagement or the contract. documents/model and documents/frame are what a report is made of.',
      severity: 'error',
      from: { path: `^src-main/(${modules})/` },
      to: { path: `^src-main/(${modules})/`, pathNot: ['^src-main/$1/', '^src-main/documents/(model|frame)\\.ts$'] },
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
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
