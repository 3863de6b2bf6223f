/** Who may import what (docs/README.md, "Layers"). Every rule is proved on a planted violation in tools/cruise.test.ts. */
const sub = '^subsystems/'
const kit = '^packages/'
const node = { dependencyTypes: ['core'] }

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-found', severity: 'error', from: { pathNot: '\\.cjs$' }, to: { couldNotResolve: true } },
    {
      name: 'only-through-doors', severity: 'error', from: { path: `${sub}([^/]+)/` },
      to: { path: sub, pathNot: [`${sub}$1/`, `${sub}[^/]+/(contract|server|web|tv)/index\\.ts$`, `${sub}[^/]+/testing\\.ts$`] },
    },
    {
      name: 'apps-through-doors', severity: 'error', from: { path: '^(apps|bench|e2e|tests)/' },
      to: { path: sub, pathNot: [`${sub}[^/]+/(contract|server|web|tv)/index\\.ts$`, `${sub}[^/]+/testing\\.ts$`] },
    },
    { name: 'kit-knows-no-subsystem', severity: 'error', from: { path: kit, pathNot: '^packages/testing/' }, to: { path: '^(subsystems|apps)/' } },
    { name: 'nobody-imports-apps', severity: 'error', from: { path: '^(subsystems|packages)/', pathNot: ['\\.test\\.ts$', '/tests/', '^packages/testing/'] }, to: { path: '^apps/' } },
    {
      name: 'contract-is-light', severity: 'error', from: { path: '^(subsystems/[^/]+/contract|packages/contract)/', pathNot: '(\\.test|/testing)\\.ts$' },
      to: { pathNot: ['^packages/contract/', `${sub}[^/]+/contract/`, '^node_modules/(typebox|uuidv7)/'] },
    },
    {
      name: 'web-never-touches-server', severity: 'error', from: { path: '^(subsystems/[^/]+/(web|tv)|packages/(web|ui|tv)|apps/(web|tv))/', pathNot: '(\\.test\\.tsx?|vite\\.config\\.ts|^apps/web/build/.+)$' },
      to: { path: ['^packages/(server|testing|gost|print|workbook)/', `${sub}[^/]+/server/`, '^apps/(server|esia-stand)/', '^node_modules/(kysely|pg|fastify|@fastify|pg-boss|prom-client)/'] },
    },
    { name: 'web-has-no-node', severity: 'error', from: { path: '^(subsystems/[^/]+/(web|tv|contract)|packages/(web|ui|tv|contract)|apps/(web|tv))/', pathNot: '(\\.test\\.tsx?|vite\\.config\\.ts|/testing\\.ts|^apps/web/build/.+)$' }, to: node },
    {
      name: 'server-never-touches-web', severity: 'error', from: { path: '^(subsystems/[^/]+/server|packages/server|apps/server)/' },
      to: { path: ['^packages/(web|ui|tv)/', `${sub}[^/]+/(web|tv)/`, '^apps/(web|tv)/', '^node_modules/(react|react-dom|@mantine|@tanstack|wouter)/'] },
    },
    {
      name: 'sql-in-its-place', severity: 'error',
      from: { path: `${sub}[^/]+/server/`, pathNot: '((^|[/-])(store|access|tables|search)\\.ts|\\.test\\.ts)$' },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    { name: 'test-tools-in-tests', severity: 'error', from: { path: '^(apps|packages|subsystems)/', pathNot: ['^packages/testing/', '\\.test\\.tsx?$', '/tests/', '/testing(\\.ts|/)', '^apps/server/demo/'] }, to: { path: ['^packages/testing/', `${sub}[^/]+/testing\\.ts$`, '^node_modules/(playwright-core|fast-check)/'] } },
    { name: 'pages-through-their-door', severity: 'error', from: { path: `${sub}([^/]+)/(contract|server)/` }, to: { path: `${sub}$1/(web|tv)/` } },
    { name: 'npm-no-pkg', severity: 'error', from: { path: '^(apps|packages|subsystems)/', pathNot: ['\\.test\\.tsx?$', 'vite\\.config\\.ts$', '^apps/web/build/'] }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] } },
    { name: 'no-relative-into-kit', severity: 'error', from: { path: '^subsystems/' }, to: { path: '^packages/', pathNot: '^packages/[^/]+/(index|theme|testing|database/embedded)\\.ts$|\\.css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|generated)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'] },
  },
}
