import { foldWords } from './fold-text.ts'

const folded = (words: string) => new Set(words.split(/\s+/).flatMap(foldWords))

/** Words that turn what stands beside them into its opposite: English, German, French, Dutch, Spanish, Italian, Portuguese. */
const negations = folded(`
  no not non none never without nor neither cannot nothing nobody free lack lacks lacking excluding excludes excluded except nil zero absent
  kein keine keinen keiner keinem keines keinerlei nicht nie niemals nichts weder nein ohne außer frei entfällt ausgenommen
  pas sans aucun aucune jamais ne n ni hors sauf
  geen niet nooit zonder nee buiten behalve
  sin ningún ninguna ninguno nunca jamás tampoco fuera salvo excepto
  senza nessun nessuna nessuno mai né fuori tranne
  não sem nenhum nenhuma nem fora exceto`)

/** Words that leave open whether what stands beside them is so: before it, after it, once, some day, perhaps, in a part. */
const doubts = folded(`
  pre post near semi quasi almost nearly hardly barely ready before prior after until till awaiting pending future former formerly previously past ex
  will would shall should could may might soon later maybe perhaps possibly unclear unsure unknown unlikely instead rather other than out outside off
  paused suspended hold failed rejected denied declined refused completed complete finished removed redacted masked
  anonymised anonymized anonymous anonymously pseudonymised pseudonymized pseudonymous deidentified identified
  vor nach künftig zukünftig bald demnächst ehemals ehemalig ehemalige früher frühere bisher noch evtl eventuell vielleicht unklar unbekannt
  pausiert ausgesetzt abgelehnt abgeschlossen beendet anonymisiert anonymisierte anonym pseudonymisiert pseudonymisierte statt
  avant après bientôt futur ancien ancienne anciennement peut être suspendu refusé anonymisé anonymisées anonymisée
  voor binnenkort voormalig voormalige misschien geanonimiseerd geanonimiseerde
  antes después futuro antiguo antigua quizás suspendido anonimizado anonimizados
  prima dopo presto futuro forse sospeso anonimizzato anonimizzati
  depois talvez suspenso anonimizado anonimizados`)

/** Says the opposite of what its other words say, or may: whoever reads on for a known word would take it for what it is not. */
export const isNegated = (words: readonly string[]): boolean => words.some((word) => negations.has(word))

/** Leaves open whether what its other words say is so. */
export const isDoubtful = (words: readonly string[]): boolean => words.some((word) => doubts.has(word))
