import ts from 'typescript'
import { isOfHouse, isTest, linesLike } from './law.ts'
import type { Breach, Law, Tree } from './law.ts'
import { lineOf, nodesOf, syntaxOf } from './syntax.ts'

const domainCode = (path: string) => /^subsystems\/[^/]+\/(server|contract)\/.*\.ts$/.test(path) && !isTest(path)

export const clockOfTheWork: Law = {
  name: 'clock',
  check: (tree) => linesLike(tree, domainCode, /\bDate\.now\(\)|\bnew Date\(\)|\bTemporal\.Now\b|\bcurrent_(timestamp|date)\b|\bnow\(\)/, 'the time is work.now or read.now, so that tests and catch-up runs can set it'),
  good: [{ 'subsystems/journal/server/marks.ts': 'const at = new Date(text)\nconst now = work.now' }, { 'subsystems/journal/tests/a.test.ts': 'Date.now()' }],
  bad: [{ 'subsystems/journal/server/marks.ts': 'const at = new Date()' }, { 'subsystems/journal/server/marks.ts': 'Date.now()' }, { 'subsystems/journal/server/store.ts': 'sql`select now()`' }],
}

const tokenFile = /^packages\/ui\/([^/]*\/)?(theme|tokens|palette)[^/]*$|^packages\/ui\/styles\//
const colour = /(^|[\s:('"`,])#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!-)|\b(rgba?|hsla?|oklch|oklab)\(\s*[\d.]/i

export const coloursFromTokens: Law = {
  name: 'colours',
  check: (tree) => linesLike(tree, (path) => isOfHouse(path) && !path.startsWith('apps/esia-stand/') && /\.(css|tsx)$/.test(path) && !tokenFile.test(path) && !isTest(path), colour, 'colours come from the tokens of packages/ui'),
  good: [{ 'packages/ui/theme.ts': `'#1f6feb'`, 'packages/ui/tokens.css': 'color: #1f6feb', 'subsystems/journal/web/pages/A.tsx': '<a href="#top">{t.x}</a>; <i style={{ color: "var(--ink)" }} />' }],
  bad: [
    { 'subsystems/journal/web/pages/A.module.css': '.a { color: #1f6feb }' }, { 'subsystems/journal/web/pages/A.tsx': 'style={{ color: "#fff" }}' },
    { 'apps/web/shell/A.module.css': '.a { background: rgb(1 2 3) }' }, { 'packages/ui/Button.module.css': '.a { background: rgba(0, 0, 0, .5) }' },
  ],
}

const hasCatalogue = (path: string) =>
  isOfHouse(path) && /\.tsx?$/.test(path) && !isTest(path) && !/\/messages\/|^packages\/(names|web\/(format|language))\/|[/-](words|sample)\.ts$|\/demo(\/|[.-])|(^|[/-])data\.ts$|^apps\/esia-stand\/|\.config\.ts$/.test(path)

/** Systems and standards that have no other name. */
const properNames = /ЕСИА|ГОСТ|ФГИС|КриптоПро/g

/** Cyrillic in a string, or words between tags: both belong into the message catalogues. */
function* checkText(tree: Tree): Generator<Breach> {
  for (const [path, text] of tree) {
    if (!hasCatalogue(path)) continue
    const file = syntaxOf(path, text)
    const lines = text.split('\n')
    if (lines[0]?.startsWith('// not messages:')) continue
    const told = new Set<number>()
    for (const node of nodesOf(file)) {
      const literal = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
      const breaks = literal ? /\p{Script=Cyrillic}/u.test(node.text.replaceAll(properNames, '')) : ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)
      if (!breaks || isSummary(node)) continue
      const line = lineOf(file, node)
      const excused = [lines[line - 1], lines[line - 2]].some((near) => near?.includes('// not a message:'))
      if (excused || told.has(line)) continue
      told.add(line)
      yield { path, line, says: 'words people read belong into messages/; for a value of the domain write "// not a message: why" (a whole file: first line "// not messages: why")' }
    }
  }
}

/** What a contract says of a route stands in the API documents, where Russian terms have no other name. */
const isSummary = (node: ts.Node) => ts.isPropertyAssignment(node.parent) && ts.isIdentifier(node.parent.name) && node.parent.name.text === 'summary'

export const textFromCatalogues: Law = {
  name: 'text',
  check: checkText,
  good: [
    { 'subsystems/journal/web/pages/A.tsx': '// Оценка\nexport const A = () => <b>{t.mark}</b>' }, { 'subsystems/journal/web/messages/ru.ts': `'Оценка'` },
    { 'subsystems/journal/contract/marks.ts': `// not a message: the letter in the register\nconst absent = 'н'` }, { 'subsystems/journal/server/demo.ts': `'Иванов'` }, { 'subsystems/registry/contract/a.ts': `route({ summary: 'Checks the ОГРН' })` },
    { 'packages/contract/fold.ts': `// not messages: letters\nconst a = 'ё'` },
    { 'subsystems/registry/contract/names.ts': 'const name = /[А-Яа-яЁё]/' },
  ],
  bad: [
    { 'subsystems/journal/web/pages/A.tsx': 'export const A = () => <b>Оценка</b>' }, { 'subsystems/journal/web/pages/A.tsx': 'export const A = () => <b>Mark</b>' },
    { 'subsystems/journal/server/marks.ts': `throw new Error('Нельзя')` }, { 'packages/ui/A.tsx': 'const a = <i title="Закрыть" />' }, { 'packages/web/a.ts': 'const a = `Урок ${n}`' },
  ],
}

export const nothingAlone: Law = {
  name: 'only',
  check: (tree) => linesLike(tree, (path) => /\.test\.tsx?$/.test(path), /\b(test|it|describe|suite)\.only\(|\bonly:\s*true/, 'a test that runs alone hides all others'),
  good: [{ 'a.test.ts': `test('x', () => {})` }],
  bad: [{ 'a.test.ts': `test.only('x', () => {})` }, { 'tools/a.test.ts': `test('x', { only: true }, () => {})` }],
}

export const nothingLeftOver: Law = {
  name: 'left-over',
  check: (tree) => linesLikeIn(tree),
  good: [{ 'packages/web/a.ts': '// @TODO(#12): faster\nconst todo = 1' }],
  bad: [{ 'packages/web/a.ts': '// TODO: later' }, { 'subsystems/journal/server/a.ts': 'x() // FIXME' }],
}

function* linesLikeIn(tree: Tree): Generator<Breach> {
  for (const [path, text] of tree) {
    if (!isOfHouse(path) || !/\.(tsx?|css|sql)$/.test(path)) continue
    for (const [index, line] of text.split('\n').entries()) {
      if (/\b(TODO|FIXME|HACK)\b/.test(line) && !/@TODO\(/.test(line)) yield { path, line: index + 1, says: 'finish it, or open an issue and write @TODO(issue)' }
    }
  }
}
