import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.ts'

interface Instruction { readonly word: string; readonly rest: string; readonly line: number }

/** What is wrong with a Dockerfile, as `line: words`; `exists` tells whether a path to copy is there. */
export function lintDockerfile(text: string, exists: (path: string) => boolean): string[] {
  const steps = instructions(text)
  const found: string[] = []
  const say = (line: number, words: string) => void found.push(`Dockerfile:${line}  ${words}`)
  const stages = new Set<string>()
  for (const { word, rest, line } of steps) {
    if (!known.has(word)) say(line, `unknown instruction ${word}`)
    if (word === 'FROM') {
      const [image = '', , stage] = rest.split(/\s+/)
      if (!stages.has(image) && !isPinned(image)) say(line, `${image} is not pinned to a version`)
      if (stage) stages.add(stage)
    }
    if (word === 'ADD') say(line, 'use COPY')
    if (word === 'COPY') for (const words of copyTrouble(rest, stages, exists)) say(line, words)
    if (word === 'RUN' && /apt-get install/.test(rest) && !(/--no-install-recommends/.test(rest) && /rm -rf \/var\/lib\/apt\/lists/.test(rest))) say(line, 'apt-get install without --no-install-recommends or without removing the lists')
    if (word === 'RUN' && /npm (install|i)\b/.test(rest)) say(line, 'npm ci installs what the lock file says')
    if (['CMD', 'ENTRYPOINT'].includes(word) && !rest.startsWith('[')) say(line, `${word} in shell form does not pass signals on`)
    if (word === 'ENV' && /(PASSWORD|SECRET|TOKEN|KEY)\w*=/i.test(rest)) say(line, 'a secret would stay in the image')
  }
  const last = steps.slice(steps.findLastIndex((step) => step.word === 'FROM'))
  const user = last.findLast((step) => step.word === 'USER')
  if (!user || /^(root|0)\b/.test(user.rest)) found.push('Dockerfile  the last stage runs as root')
  for (const word of ['HEALTHCHECK', 'CMD', 'EXPOSE']) if (!last.some((step) => step.word === word)) found.push(`Dockerfile  the last stage has no ${word}`)
  return found
}

const known = new Set(['FROM', 'WORKDIR', 'COPY', 'ADD', 'RUN', 'ENV', 'ARG', 'USER', 'EXPOSE', 'VOLUME', 'HEALTHCHECK', 'CMD', 'ENTRYPOINT', 'STOPSIGNAL', 'LABEL', 'SHELL'])

/** A full version or a digest; `latest`, a bare name or a bare major move under our feet. */
const isPinned = (image: string) => /@sha256:[0-9a-f]{64}$/.test(image) || /:\d+\.\d+(\.\d+)?(-[\w.-]+)?$/.test(image)

function* copyTrouble(rest: string, stages: ReadonlySet<string>, exists: (path: string) => boolean): Generator<string> {
  const from = /--from=(\S+)/.exec(rest)?.[1]
  const paths = rest.split(/\s+/).filter((part) => !part.startsWith('--'))
  if (paths.length < 2) yield 'COPY needs a source and a target'
  if (from !== undefined) {
    if (!stages.has(from) && !isPinned(from)) yield `there is no stage ${from}`
    return
  }
  for (const path of paths.slice(0, -1)) if (!path.includes('*') && !exists(path)) yield `${path} is not in the project`
}

function instructions(text: string): Instruction[] {
  const found: Instruction[] = []
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] ?? ''
    if (/^\s*(#|$)/.test(first)) continue
    const line = i + 1
    let whole = first
    while (whole.endsWith('\\')) whole = `${whole.slice(0, -1)} ${(lines[++i] ?? '').trim()}`
    const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(whole) ?? []
    found.push({ word: word.toUpperCase(), rest: rest.trim(), line })
  }
  return found
}

/** What is wrong with a compose file; a reader of lines is enough for the rules we hold it to. */
export function lintCompose(text: string): string[] {
  const found: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const say = (words: string) => void found.push(`compose.yaml:${index + 1}  ${words}`)
    const image = /^\s+image:\s*(\S+)/.exec(line)?.[1]
    if (/\t/.test(line)) say('a tab: YAML is indented with spaces')
    if (image && !isPinned(image)) say(`${image} is not pinned to a version`)
    if (/^\s*privileged:\s*true|docker\.sock|network_mode:\s*host/.test(line)) say('gives the container the whole machine')
    if (/^\s*\w*(PASSWORD|SECRET|TOKEN)\w*:(?!\s*\$\{)\s*\S/.test(line)) say('a secret written into the file: take it from the environment')
    if (/^\s+-\s*"?(0\.0\.0\.0:)?\d+:5432/.test(line)) say('opens the database to the network')
  }
  for (const service of servicesOf(text)) {
    if (!/^ {4}restart:/m.test(service.body)) found.push(`compose.yaml  ${service.name} does not restart`)
    if (!/no-new-privileges:true/.test(service.body)) found.push(`compose.yaml  ${service.name} may gain privileges`)
    if (/^ {4}image:\s*postgres/m.test(service.body) && !/^ {4}healthcheck:/m.test(service.body)) found.push(`compose.yaml  ${service.name} has no health check`)
  }
  return found
}

function servicesOf(text: string): { name: string; body: string }[] {
  const block = /^services:\n((?: .*\n|\n)*)/m.exec(`${text}\n`)?.[1] ?? ''
  return [...block.matchAll(/^ {2}(\w[\w-]*):\n((?: {3,}.*\n|\n)*)/gm)].map((match) => ({ name: match[1] ?? '', body: match[2] ?? '' }))
}

if (import.meta.main) {
  const found = [
    ...lintDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'), (path) => existsSync(join(root, path))),
    ...lintCompose(readFileSync(join(root, 'compose.yaml'), 'utf8')),
  ]
  for (const line of found) console.log(line)
  process.exit(found.length === 0 ? 0 : 1)
}
