import ts from 'typescript'

const parsed = new Map<string, { text: string; file: ts.SourceFile }>()

/** The syntax tree of a source file; parsed once. */
export function syntaxOf(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path)
  if (known?.text === text) return known.file
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(path, { text, file })
  return file
}

/** Every node of the file, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

export const lineOf = (file: ts.SourceFile, node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1

/** What a file imports, dynamic imports and re-exports included. */
export function* importsOf(path: string, text: string): Generator<{ from: string; line: number }> {
  const file = syntaxOf(path, text)
  for (const node of nodesOf(file)) {
    const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
    const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    const from = isStatic ? node.moduleSpecifier : isDynamic ? node.arguments[0] : undefined
    if (from && ts.isStringLiteralLike(from)) yield { from: from.text, line: lineOf(file, node) }
  }
}
