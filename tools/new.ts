import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './files.ts'

/** Files of an empty subsystem, by path from the root. */
export function scaffold(name: string, level: number): Record<string, string> {
  const at = `subsystems/${name}`
  const versions = (JSON.parse(readFileSync(join(root, 'subsystems/registry/package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies
  const dependencies = Object.fromEntries(['@school/contract', '@school/server', '@school/ui', '@school/web', '@tanstack/react-query', 'kysely', 'react', 'typebox'].flatMap((one) => (versions[one] ? [[one, versions[one]]] : [])))
  const manifest = {
    name: `@school/${name}`, version: '0.1.0', private: true, type: 'module', license: 'Apache-2.0',
    exports: { './contract': './contract/index.ts', './server': './server/index.ts', './web': './web/index.ts' }, dependencies, school: { level },
  }
  return {
    [`${at}/package.json`]: `${JSON.stringify(manifest, null, 2)}\n`,
    [`${at}/README.md`]: readme(name),
    [`${at}/contract/index.ts`]: `export { permissions } from './permissions.ts'\n`,
    [`${at}/contract/permissions.ts`]: `import type { Permission } from '@school/contract'\n\nexport const permissions: readonly Permission[] = []\n`,
    [`${at}/server/index.ts`]: `import type { Subsystem } from '@school/server'\nimport { permissions } from '../contract/permissions.ts'\n\nexport const subsystem: Subsystem = {\n  name: '${name}',\n  migrations: new URL('./migrations', import.meta.url).pathname,\n  contract: [],\n  permissions,\n  routes() {},\n}\n`,
    [`${at}/server/migrations/${timeNow()}_${name.replaceAll('-', '_')}__foundation.sql`]: `create schema ${name.replaceAll('-', '_')};\ncall app.open_schema('${name.replaceAll('-', '_')}');\n`,
    [`${at}/web/index.ts`]: `import type { WebSubsystem } from '@school/web'\nimport { en } from './messages/en.ts'\nimport { ru } from './messages/ru.ts'\n\nexport const web: WebSubsystem = { name: '${name}', messages: { ru, en }, pages: [] }\n`,
    [`${at}/web/messages/ru.ts`]: `export const ru = {}\n`,
    [`${at}/web/messages/en.ts`]: `import type { ru } from './ru.ts'\n\nexport const en: typeof ru = {}\n`,
  }
}

const readme = (name: string) => `# ${name}\n\n${['Owns', 'Promises', 'Announces', 'Asks', 'Who may', 'Not here'].map((heading) => `## ${heading}\n\nNothing yet.`).join('\n\n')}\n`

const timeNow = () => new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)

if (import.meta.main) {
  const [name = '', level = ''] = process.argv.slice(2)
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || !/^[1-9]$/.test(level)) {
    console.error('npm run new -- <name in lower case> <level 1-9>')
    process.exit(2)
  }
  if (existsSync(join(root, 'subsystems', name))) {
    console.error(`subsystems/${name} is there already`)
    process.exit(1)
  }
  for (const [path, text] of Object.entries(scaffold(name, Number(level)))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
  console.log(`\nNow run "npm install", add "${name}" to apps/server/subsystems.ts and to the list of web doors in apps/web, and write the README.`)
}
