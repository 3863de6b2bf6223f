// not messages: the letters being compared
const LOOK_ALIKES: Record<string, string> = {
  a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у',
}

/** A name as it is compared: lower case, ё as е, dashes and apostrophes as one space or none. */
export function foldName(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е')
    .replace(/[-‐‑–—−\s\u00a0]+/g, ' ').replace(/['’ʼ`]/g, '').trim()
}

/** Latin letters typed by mistake in a Cyrillic word become the Cyrillic ones they look like; a fully Latin word stays. */
export function foldLookAlikes(text: string): string {
  if (!/[а-яё]/i.test(text)) return text
  return text.replace(/[A-Za-z]/g, (letter) => {
    const twin = LOOK_ALIKES[letter.toLowerCase()]
    if (!twin) return letter
    return letter === letter.toLowerCase() ? twin : twin.toUpperCase()
  })
}
