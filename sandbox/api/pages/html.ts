import type { FastifyReply } from 'fastify'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
}

const STYLE = `
  :root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1a1b25; background: #f6f8fa }
  body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
  main { background: #fff; border: 1px solid #d8dee4; border-radius: 8px; padding: 1.5rem 2rem }
  h1 { font-size: 1.3rem; margin: 0 0 1rem } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem }
  .note { color: #596171; font-size: .85rem } table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid #ebeef1 }
  label { display: block; margin: .75rem 0 .25rem; font-weight: 600 }
  select, input { font: inherit; padding: .4rem .5rem; border: 1px solid #818b98; border-radius: 6px }
  button { font: inherit; font-weight: 600; color: #fff; background: #533afd; border: 0; border-radius: 6px;
    padding: .5rem 1rem; margin-top: 1rem; cursor: pointer }
  nav a { display: inline-block; min-width: 24px; line-height: 28px; margin-right: .6rem } .wide { max-width: 72rem } .wide button { margin: .25rem 0; padding: .3rem .7rem }
  .wide table { font-size: .85rem } .wide td { overflow-wrap: anywhere } .said { background: #e8f5e9; padding: .5rem .75rem; border-radius: 6px }
  .wide label { display: inline-block; font-weight: 400; margin: .25rem .75rem .25rem 0 } .actions form { display: inline-block; margin-right: .5rem }
  .wide .grid label { display: grid; gap: .2rem; justify-items: start } .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)) } .scroll, pre { overflow-x: auto } pre { font: .8rem/1.4 ui-monospace, monospace }
  button:focus-visible, select:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid #b6aefc }
`

const NOTE = `<p class="note">This page stands in for one of Stripe's. No money moves.</p>`

/** Sends a small page of the stand-in's own. `body` is HTML; whoever gives it has escaped what it holds. */
export function sendPage(
  reply: FastifyReply,
  title: string,
  body: string,
  { status = 200, wide = false }: { status?: number; wide?: boolean } = {},
): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
    .header('cache-control', 'no-store')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escape(title)}</title><style>${STYLE}</style></head><body${wide ? ' class="wide"' : ''}><main><h1>${escape(title)}</h1>${body}` +
        `${wide ? '' : NOTE}</main></body></html>`,
    )
}
