/** A one-page PDF of rows of text: enough to be opened, saved and printed. */
export function textPdf(title: string, rows: readonly (readonly [string, string])[]): Buffer {
  const shown = rows.slice(0, 40)
  const texts = [
    text(title, 50, 790, 18),
    ...shown.flatMap(([left, right], index) => [
      text(left, 50, 750 - index * 17, 10),
      text(right, 400, 750 - index * 17, 10),
    ]),
  ]
  const content = `BT\n${texts.join('\n')}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}

/** One text at a place; letters that the font lacks become question marks. */
function text(words: string, x: number, y: number, size: number): string {
  const plain = words
    .slice(0, 80)
    .replaceAll('€', 'EUR ')
    .replaceAll('×', 'x')
    .replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .replaceAll(/[\\()]/g, '\\$&')
  return `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${plain}) Tj`
}
