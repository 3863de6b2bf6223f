import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { minifySync, type Plugin } from 'vite'
import type { Piece, Views } from './shapes.ts'
import { viewsOf } from './views.ts'

/** Writes views.json: which files each page needs at once, so that the server names them in the document and the budget can be weighed. */
export function listViews(): Plugin {
  return {
    name: 'list-views', apply: 'build',
    writeBundle: { sequential: true, async handler({ dir = '' }, bundle) {
      const pieces = Object.values(bundle).filter((one) => one.type === 'chunk').map((one): Piece => ({
        file: one.fileName, modules: one.moduleIds.map((id) => id.split('?')[0] ?? id), imports: one.imports, styles: [...one.viteMetadata?.importedCss ?? []],
      }))
      const document = readFileSync(`${dir}/index.html`, 'utf8')
      const shell = [...document.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file)
      writeFileSync(`${dir}/views.json`, JSON.stringify({ shell, pages: await viewsOf(pieces, new Set(shell)) } satisfies Views))
    } },
  }
}

/** Lays the worker of the installed application beside the document, with the files it keeps: the shell for everyone, pages that open without a network by role. */
export function layWorker(root: string): Plugin {
  return {
    name: 'lay-worker', apply: 'build',
    writeBundle: { sequential: true, order: 'post', handler({ dir = '' }) {
      const { shell, pages } = JSON.parse(readFileSync(`${dir}/views.json`, 'utf8')) as Views
      const at = (files: Iterable<string>) => [...new Set(files)].map((file) => `/${file}`)
      const fonts = readdirSync(`${dir}/assets`).filter((name) => name.endsWith('.woff2')).map((name) => `assets/${name}`)
      const open = pages.filter((page) => page.offline).flatMap((page) => Object.entries(page.roles))
      const roles = Object.fromEntries([...Map.groupBy(open, ([role]) => role)].map(([role, views]) => [role, at(views.flatMap(([, { scripts, styles, words }]) => [...scripts, ...styles, ...words.ru, ...words.en]))]))
      const kept = { shell: at([...shell, ...fonts]), roles }
      const version = createHash('sha256').update(readFileSync(`${dir}/index.html`)).update(JSON.stringify(kept)).digest('hex').slice(0, 12)
      const source = readFileSync(`${root}/worker.js`, 'utf8').replace(/\/\* build \*\/ .*/, () => JSON.stringify({ version, ...kept }))
      writeFileSync(`${dir}/worker.js`, minifySync('worker.js', source).code)
    } },
  }
}

const slowest = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/** Lays a brotli and a gzip copy beside every text file, so that the server sends them without work. */
export function compressFiles(): Plugin {
  return {
    name: 'compress-files', apply: 'build',
    writeBundle: { sequential: true, order: 'post', handler({ dir = '' }) {
      for (const file of readdirSync(`${dir}/assets`).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const text = readFileSync(`${dir}/assets/${file}`)
        writeFileSync(`${dir}/assets/${file}.br`, brotliCompressSync(text, slowest))
        writeFileSync(`${dir}/assets/${file}.gz`, gzipSync(text, { level: 9 }))
      }
    } },
  }
}

/** Lays the first script and the sign into the document: neither is worth a request. */
export function fillDocument(root: string): Plugin {
  return {
    name: 'fill-document',
    transformIndexHtml: { order: 'pre', handler(html) {
      const { code } = minifySync('first.js', readFileSync(`${root}/first.js`, 'utf8'))
      const sign = readFileSync(`${root}/public/sign.svg`, 'utf8')
      return html.replace('/* first.js */', () => code).replace('href="/sign.svg"', `href="data:image/svg+xml,${encodeURIComponent(sign)}"`)
    } },
  }
}
