import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../e2e/browser.ts'
import { root } from './files.ts'

const folder = join(root, 'apps/web/public')
const sign = readFileSync(join(folder, 'sign.svg'), 'utf8')
/** The same sign on a full square, small enough for any mask of a phone. */
const maskable = sign.replace(' rx="7"', '').replace(/<path/g, '<path transform="translate(2.8 2.8) scale(.8)"')

/** Draws the icons of the installed application from the sign; run when the sign changes: `node tools/icons.ts`. */
async function drawIcons(): Promise<void> {
  const browser = await openBrowser()
  try {
    for (const [name, size, svg] of [['sign-192', 192, sign], ['sign-512', 512, sign], ['sign-maskable-512', 512, maskable]] as const) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<body style="margin:0">${svg.replace('<svg', `<svg width="${size}" height="${size}" style="display:block"`)}`)
      writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }))
      await page.close()
    }
  } finally { await browser.close() }
}

await drawIcons()
