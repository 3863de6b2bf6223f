import { html, type Html } from './html.ts'
import { messages, type Language } from './messages.ts'

/** The frame around every page of the stand. */
export function layout(language: Language, title: string, content: Html, kind: 'wide' | 'narrow' = 'narrow'): Html {
  const say = messages[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} — ${say.stand}</title>
<link rel="icon" href="/stand.svg" type="image/svg+xml">
<link rel="stylesheet" href="/stand.css">
<script src="/stand.js" defer></script>
</head>
<body>
<header class="top">
<img src="/stand.svg" alt="" width="28" height="28">
<strong>${say.stand}</strong>
<span class="notice">${say.notice}</span>
</header>
<main class="sheet ${kind}">
${content}
</main>
</body>
</html>`
}
