import { subsystemOf } from './law.ts'
import type { Breach, Law, Tree } from './law.ts'

const kebab = '[a-z0-9]+(-[a-z0-9]+)*'
const pascal = '[A-Z][A-Za-z0-9]*'
const page = `(${pascal}\\.tsx|(${pascal}|${kebab})\\.module\\.css|${kebab}(\\.test)?\\.ts)`
const ofWeb = (half: string) => `${half}/(index|(${kebab}-)?live|fills)\\.tsx?|${half}/(pages|parts)/(${kebab}/)?${page}|${half}/messages/(ru|en)(/${kebab})?\\.ts|${half}/messages/${kebab}\\.(ru|en)\\.ts|${half}/messages/${kebab}\\.test\\.ts|${half}/messages/index\\.ts`

/** The inner plan of a subsystem, the same for all. */
const plan = new RegExp(`^(${[
  'README\\.md', 'package\\.json', 'testing\\.ts', `testing/${kebab}\\.ts`,
  `contract/${kebab}(\\.test)?\\.ts`,
  `server/(${kebab}/)?${kebab}(\\.test)?\\.ts`,
  'server/migrations/[^/]+\\.sql',
  ofWeb('web'), ofWeb('tv'),
  `tests/${kebab}(\\.test)?\\.ts`,
].join('|')})$`)

const needed = ['package.json', 'README.md', 'contract/index.ts', 'server/index.ts']

function* checkPlan(tree: Tree): Generator<Breach> {
  const begun = new Set<string>()
  for (const path of tree.keys()) {
    const name = subsystemOf(path)
    if (name === null) continue
    const inside = path.slice(`subsystems/${name}/`.length)
    if (inside !== 'package.json') begun.add(name)
    if (!plan.test(inside)) yield { path, says: 'is not in the plan of a subsystem (docs/guides/add-a-feature.md shows it)' }
    if (/(^|\/)index\.tsx?$/.test(inside) && !/^(contract|server|web|tv|web\/messages)\/index\.ts$/.test(inside)) yield { path, says: 'index files stand only at doors' }
  }
  for (const name of begun) {
    for (const file of needed) if (!tree.has(`subsystems/${name}/${file}`)) yield { path: `subsystems/${name}/${file}`, says: 'is missing' }
  }
}

const whole = (name: string, extra: Record<string, string> = {}) => ({
  [`subsystems/${name}/package.json`]: '{"school":{"level":2}}', [`subsystems/${name}/README.md`]: '', [`subsystems/${name}/contract/index.ts`]: '', [`subsystems/${name}/server/index.ts`]: '', ...extra,
})

export const innerPlan: Law = {
  name: 'inner-plan',
  check: checkPlan,
  good: [
    whole('journal', { 'subsystems/journal/server/marks/store.ts': '', 'subsystems/journal/web/pages/StudentMarks.tsx': '', 'subsystems/journal/web/messages/ru.ts': '' }),
    { 'subsystems/empty/package.json': '{}' },
  ],
  bad: [
    whole('journal', { 'subsystems/journal/services/marks.ts': '' }),
    whole('journal', { 'subsystems/journal/server/marks/deep/store.ts': '' }),
    whole('journal', { 'subsystems/journal/web/pages/studentMarks.tsx': '' }),
    whole('journal', { 'subsystems/journal/server/marks/index.ts': '' }),
    { 'subsystems/journal/package.json': '{}', 'subsystems/journal/server/index.ts': '' },
  ],
}

const headings = ['Owns', 'Promises', 'Announces', 'Asks', 'Who may', 'Not here']
const mostReadmeLines = 60

function* checkReadme(tree: Tree): Generator<Breach> {
  for (const [path, text] of tree) {
    if (!/^subsystems\/[^/]+\/README\.md$/.test(path)) continue
    const lines = text.trimEnd().split('\n')
    if (lines.length > mostReadmeLines) yield { path, says: `has ${lines.length} lines, ${mostReadmeLines} are allowed` }
    for (const heading of headings) if (!lines.some((line) => line.replace(/^#+\s*/, '').trim() === heading && line.startsWith('#'))) yield { path, says: `lacks the heading "${heading}"` }
  }
}

const readme = headings.map((heading) => `## ${heading}\n…`).join('\n')

export const readmeShape: Law = {
  name: 'readme',
  check: checkReadme,
  good: [{ 'subsystems/journal/README.md': readme }],
  bad: [{ 'subsystems/journal/README.md': readme.replace('## Who may', '') }, { 'subsystems/journal/README.md': readme + '\nmore'.repeat(60) }],
}
