import type { EncodingName } from '../contract/list-reading.ts'

/** Small letters beyond ASCII of languages that are written in the same encodings, the most frequent first. */
export interface AlphabetFamily {
  encodings: EncodingName[]
  languages: string[]
  /** Most letters of a word are beyond ASCII. */
  isOwnScript?: boolean
}

export const alphabetFamilies: AlphabetFamily[] = [
  {
    encodings: ['Windows-1252', 'ISO-8859-15', 'Mac Roman', 'CP850', 'CP437'],
    languages: ['üäöß', 'éèàêçîôâûùëïœæ', 'óíáéñúü¿¡ºª', 'ãçáéíóõêúâàô', 'àèòùìé', 'ëéèïöü', 'äåöé', 'øæåéö'],
  },
  { encodings: ['Mac Icelandic', 'Windows-1252'], languages: ['ðáíóþúæéöý'] },
  {
    encodings: ['Windows-1250', 'ISO-8859-2', 'Mac Central European', 'CP852'],
    languages: ['łóążęśćźń', 'íáěéřčžýšůúťďňó', 'áíéčýžšúľťňôďäóĺŕ', 'áéöóőüíúű', 'čšžćđ', 'ăîâşţ'],
  },
  { encodings: ['Mac Croatian'], languages: ['čšžćđ'] },
  { encodings: ['Mac Romanian'], languages: ['ăîâșțşţ'] },
  { encodings: ['Windows-1254', 'ISO-8859-9', 'Mac Turkish'], languages: ['ıüşçğöİâî'] },
  { encodings: ['Windows-1257', 'ISO-8859-13'], languages: ['ėįšųūąžčę', 'āīēšūļķņģžč', 'äõüöšž'] },
  { encodings: ['Windows-1258'], languages: ['đâăêôơư\u0301\u0300\u0309\u0303\u0323áàéèíóú'] },
  {
    encodings: ['Windows-1253', 'ISO-8859-7', 'Mac Greek'],
    languages: ['αοιετσνηρκπυλμςάίόέήδγφχύώθβξζψϊϋ'],
    isOwnScript: true,
  },
  {
    encodings: ['Windows-1251', 'KOI8-R', 'KOI8-U', 'ISO-8859-5', 'Mac Cyrillic', 'CP866'],
    languages: [
      'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
      'оаниівтеркслдупмяьзгбчйхжїцшюєфщґ',
      'аоиенртсвлкпмдзгъубчщцшжяйхюфь',
      'аоиенртсјкувдмплгзбшчцжљњђћхфџ',
    ],
    isOwnScript: true,
  },
  { encodings: ['Windows-1255', 'ISO-8859-8'], languages: ['יוהלאתרמבשנםכעדקחפטסגצןזךףץ'], isOwnScript: true },
  { encodings: ['Windows-1256', 'ISO-8859-6'], languages: ['اليمنوترهبدعسفكقحةأجشصطىخضذزئءثإغظؤآپچژگ،؟'], isOwnScript: true },
  { encodings: ['Windows-874'], languages: ['านรกเงอมยลวดทส่ตะปบคหแจชพขใไโผซถศธณญฉฟฝภษฬฮำิีึืุู้็์ั๊๋ๆฯ'], isOwnScript: true },
]
