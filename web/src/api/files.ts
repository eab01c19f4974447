/** Attachments. */
import { post } from './client'

export interface Attachment {
  id: number
  kind: string
  name: string
  mime: string
  size: number
  status: string
  by_label: string
  at: string
  url: string
}

/** Stores one file for a subject (`hotline.ticket:12`); refusals name the reason (type, size). */
export function upload(subject: string, kind: string, file: File): Promise<Attachment> {
  const [subjectKind, subjectId] = subject.split(':')
  const body = new FormData()
  body.append('file', file)
  body.append('subject_kind', subjectKind ?? '')
  body.append('subject_id', subjectId ?? '')
  body.append('kind', kind)
  return post<Attachment>('/api/console/files/attachments', body, { timeout: 120_000 })
}
