import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

const files = import.meta.glob<Record<string, unknown>>('../../resources/languages/en/*.json', { eager: true, import: 'default' })
const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.json$/, '')

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: Object.fromEntries(Object.entries(files).map(([path, content]) => [nameOf(path), content])) },
  interpolation: { escapeValue: false },
})
