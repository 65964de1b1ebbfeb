import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './strip.module.css'

/** A part of an entry's panel under a title of its own. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.part}>
      <Title order={3} mb={8}>
        {title}
      </Title>
      {children}
    </section>
  )
}
