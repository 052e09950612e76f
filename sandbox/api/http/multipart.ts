/**
 * A multipart body as a form of text, so that it is read, kept and repeated like any other: a file becomes its name,
 * its type and its bytes in base64.
 */
export async function formOfMultipart(body: Buffer, contentType: string): Promise<string> {
  const parts = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData()
  const form = new URLSearchParams()
  for (const [name, value] of parts) {
    if (typeof value === 'string') {
      form.append(name, value)
      continue
    }
    form.append(`${name}[name]`, value.name)
    form.append(`${name}[type]`, value.type)
    form.append(`${name}[content]`, Buffer.from(await value.arrayBuffer()).toString('base64'))
  }
  return form.toString()
}
