/** The frame of the few plain pages behind links: no script, nothing loaded from elsewhere. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/** Markup that is safe to put into a page. */
export class Html {
  constructor(readonly text: string) {}
}

/** Escapes all that is put in, but other markup. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  const write = (value: string | number | Html | Html[]): string => {
    if (Array.isArray(value)) return value.map(write).join('')
    return value instanceof Html ? value.text : escape(String(value))
  }
  return new Html(
    parts.map((part, index) => part + (index < values.length ? write(values[index] ?? '') : '')).join(''),
  )
}

/** A whole page with its heading. @returns the document; send it as `text/html; charset=utf-8` */
export const page = (title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title} · Revenue Desk</title>
        <style>
          body {
            margin: 0;
            font:
              16px/1.5 system-ui,
              sans-serif;
            color: #1a1f36;
            background: #f6f8fa;
          }
          main {
            max-width: 26rem;
            margin: 12vh auto 0;
            padding: 2rem;
            background: #fff;
            border: 1px solid #d5dbe1;
            border-radius: 8px;
          }
          h1 {
            font-size: 1.25rem;
            margin: 0 0 1rem;
          }
          label {
            display: block;
            margin: 1rem 0 0.25rem;
            font-weight: 600;
          }
          input {
            box-sizing: border-box;
            width: 100%;
            padding: 0.5rem;
            font: inherit;
            border: 1px solid #87909f;
            border-radius: 4px;
          }
          button {
            margin-top: 1.5rem;
            padding: 0.5rem 1rem;
            font: inherit;
            font-weight: 600;
            color: #fff;
            background: #5046bf;
            border: 0;
            border-radius: 4px;
          }
          :focus-visible {
            outline: 3px solid #a5a0ff;
            outline-offset: 1px;
          }
          [role='alert'] {
            padding: 0.5rem 0.75rem;
            color: #8a1f11;
            background: #fdeceb;
            border-radius: 4px;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text
