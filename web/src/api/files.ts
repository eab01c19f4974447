/** Attachments. */
import { post } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type Attachment = Schemas['AttachmentOut']

export type FileKind = 'attachment' | 'photo' | 'audio' | 'reply' | 'evidence'

/** Stores one file for a subject (`hotline.ticket:12`); refusals name the reason (type, size). */
export function upload(subject: string, kind: FileKind, file: File): Promise<Attachment> {
  const body = new FormData()
  body.append('file', file)
  body.append('subject', subject)
  body.append('kind', kind)
  return post<Attachment>('/api/console/files/attachments', body, { timeout: 120_000 })
}
