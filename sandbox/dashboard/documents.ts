import type { PreviewApp } from './manifest'

/** The page around the views. */
export function pageHtml(appName: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${appName} · Preview</title>
<link rel="icon" href="/preview/icon.png">
<link rel="stylesheet" href="/preview/page.css">
</head>
<body>
<div id="page"></div>
<script src="/preview/page.js"></script>
</body>
</html>
`
}

/** The sandboxed document that runs the app's bundle; it never shows anything itself. */
export const FRAME_HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>App</title></head>
<body><script src="/preview/frame.js"></script></body>
</html>
`

export const PAGE_CSP = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: https:`,
  `connect-src 'self'`,
  `frame-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** What the manifest allows the app, and nothing else. The host is named: a null origin has no 'self'. */
export function frameCsp(app: PreviewApp, origin: string): string {
  return [
    `default-src 'none'`,
    `script-src ${origin}/preview/`,
    `connect-src ${app.connectSrc.join(' ')}`,
    `img-src ${app.imageSrc.length > 0 ? app.imageSrc.join(' ') : `'none'`}`,
    `frame-ancestors ${origin}`,
    `sandbox allow-scripts`,
  ].join('; ')
}
