import ts from 'typescript'
import { isSource, isTest } from './law.ts'
import type { Breach, Law, Tree } from './law.ts'
import { lineOf, nodesOf, syntaxOf } from './syntax.ts'

const mostLines = 300
const mostFunctionLines = 60
/** Lists rather than reasoning: message catalogues, generated files, data of the demo country. */
const lists = /\/messages\/|\/generated\/|(^|[/-])data\.ts$/

function* checkFiles(tree: Tree): Generator<Breach> {
  for (const [path, text] of tree) {
    if (!(isSource(path) || path.endsWith('.css')) || lists.test(path)) continue
    const lines = text.trimEnd().split('\n').length
    if (lines > mostLines) yield { path, says: `has ${lines} lines, ${mostLines} are allowed` }
  }
}

export const fileSize: Law = {
  name: 'file-size',
  check: checkFiles,
  good: [{ 'packages/web/a.ts': 'x\n'.repeat(300) }, { 'subsystems/journal/web/messages/ru.ts': 'x\n'.repeat(900) }],
  bad: [{ 'packages/web/a.ts': 'x\n'.repeat(301) }],
}

function* checkFunctions(tree: Tree): Generator<Breach> {
  for (const [path, text] of tree) {
    if (!/\.tsx?$/.test(path) || lists.test(path) || isTest(path)) continue
    const file = syntaxOf(path, text)
    for (const node of nodesOf(file)) {
      if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) continue
      const first = lineOf(file, node)
      const lines = file.getLineAndCharacterOfPosition(node.end).line + 2 - first
      if (lines > mostFunctionLines) yield { path, line: first, says: `a function of ${lines} lines, ${mostFunctionLines} are allowed` }
    }
  }
}

export const functionSize: Law = {
  name: 'function-size',
  check: checkFunctions,
  good: [{ 'packages/web/a.ts': `function f() {\n${'g()\n'.repeat(58)}}` }, { 'packages/web/a.test.ts': `function f() {\n${'g()\n'.repeat(90)}}` }],
  bad: [{ 'packages/web/a.ts': `function f() {\n${'g()\n'.repeat(59)}}` }, { 'packages/web/A.tsx': `const f = () => {\n${'g()\n'.repeat(80)}}` }],
}

const emptyWords = /^(utils?|helpers?|common|misc|managers?|handle|handler|handlers|process|manage)$/
const emptyNames = /^(handle|process|manage)[A-Z]|(Utils?|Helpers?|Manager|Misc)$/

function* checkNames(tree: Tree): Generator<Breach> {
  for (const [path, text] of tree) {
    if (path.startsWith('docs/')) continue
    const word = path.replace(/\.[^/]*$/, '').split(/[/-]/).find((part) => emptyWords.test(part))
    if (word) yield { path, says: `"${word}" says nothing about what is inside` }
    if (!/\.tsx?$/.test(path)) continue
    const file = syntaxOf(path, text)
    for (const node of nodesOf(file)) {
      const named = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)
      if (!named || !node.name || !ts.isIdentifier(node.name) || !emptyNames.test(node.name.text)) continue
      yield { path, line: lineOf(file, node), says: `"${node.name.text}": use the verb of the staff room (putMark, closeLesson)` }
    }
  }
}

export const tellingNames: Law = {
  name: 'names',
  check: checkNames,
  good: [{ 'packages/web/dates.ts': 'export function putMark() {}\nconst processed = 1' }],
  bad: [
    { 'packages/web/utils.ts': '' }, { 'packages/web/date-helpers.ts': '' }, { 'packages/web/common/a.ts': '' },
    { 'packages/web/a.ts': 'export function handleClick() {}' }, { 'packages/web/a.ts': 'const processMark = () => 1' }, { 'packages/web/a.ts': 'class LessonManager {}' },
  ],
}
