import { describe, expect, it } from 'vitest'
import { listFields, readVocabulary } from '../../../src-main/inventory/vocabulary.ts'
import { proposeMapping } from '../../../src-main/spreadsheet/propose-mapping.ts'

const fields = listFields(readVocabulary())

/** The proposed columns by their names; `;` stands between the columns of a header and the cells of a row. */
function propose(header: string, ...rows: string[]): Record<string, string | string[]> {
  const names = header.split(';').map((name) => name.trim())
  const records = rows.map((row) => row.split(';').map((cell) => cell.trim()))
  return Object.fromEntries(
    [...proposeMapping(names, records, fields)].flatMap(([field, columns]) => {
      const found = [columns ?? []].flat().map((column) => names[column] ?? '')
      return found.length === 0 ? [] : [[field, found.length === 1 ? (found[0] ?? '') : found]]
    }),
  )
}

describe('a column is proposed by what it is called', () => {
  it.each<[string, Record<string, string>]>([
    [
      "Use Case ID/Name; Agency; Intended purpose and expected benefits of use case; Description of AI system's outputs; Current stage of development",
      {
        name: 'Use Case ID/Name',
        department: 'Agency',
        purpose: 'Intended purpose and expected benefits of use case',
        lifeCycleStage: 'Current stage of development',
      },
    ],
    [
      'ID; Name of vendor; AI solution; Description',
      { reference: 'ID', supplier: 'Name of vendor', name: 'AI solution', purpose: 'Description' },
    ],
    [
      'Use Case Name; Bureau/Component; Email Address; What problem is the AI intended to solve?; AI Classification; Vendor(s) Name; System(s) Name',
      {
        name: 'Use Case Name',
        department: 'Bureau/Component',
        purpose: 'What problem is the AI intended to solve?',
        kind: 'AI Classification',
        supplier: 'Vendor(s) Name',
      },
    ],
    [
      'ai_register_id; name_ai_system_fr; name_ai_system_en; government_organization; description_ai_system_fr; description_ai_system_en; vendor_information; ai_system_status_en',
      {
        reference: 'ai_register_id',
        name: 'name_ai_system_en',
        department: 'government_organization',
        purpose: 'description_ai_system_en',
        supplier: 'vendor_information',
        lifeCycleStage: 'ai_system_status_en',
      },
    ],
    [
      '1.1 Name; 1.2 Description; 1.3 Website URL; 2.1.1 Organisation; 2.1.3 Senior responsible owner; 2.1.4.1 External supplier; 3.1 Phase',
      {
        name: '1.1 Name',
        purpose: '1.2 Description',
        links: '1.3 Website URL',
        department: '2.1.1 Organisation',
        owner: '2.1.3 Senior responsible owner',
        supplier: '2.1.4.1 External supplier',
        lifeCycleStage: '3.1 Phase',
      },
    ],
    [
      'Naam; Organisatie; Korte omschrijving; Menselijke tussenkomst; Leverancier; Status',
      {
        name: 'Naam',
        department: 'Organisatie',
        purpose: 'Korte omschrijving',
        humanOversight: 'Menselijke tussenkomst',
        supplier: 'Leverancier',
        lifeCycleStage: 'Status',
      },
    ],
    [
      'Nom du système; Finalité; Responsable; Direction; Fournisseur; Statut',
      {
        name: 'Nom du système',
        purpose: 'Finalité',
        owner: 'Responsable',
        department: 'Direction',
        supplier: 'Fournisseur',
        lifeCycleStage: 'Statut',
      },
    ],
    [
      'Nombre del sistema; Finalidad; Responsable; Departamento; Proveedor; Estado',
      {
        name: 'Nombre del sistema',
        purpose: 'Finalidad',
        owner: 'Responsable',
        department: 'Departamento',
        supplier: 'Proveedor',
        lifeCycleStage: 'Estado',
      },
    ],
    [
      'Nome del sistema; Finalità; Responsabile; Ufficio; Fornitore; Stato',
      {
        name: 'Nome del sistema',
        purpose: 'Finalità',
        owner: 'Responsabile',
        department: 'Ufficio',
        supplier: 'Fornitore',
        lifeCycleStage: 'Stato',
      },
    ],
    [
      'Bezeichnung; Zweckbestimmung; Systemverantwortliche; Fachbereich; Hersteller/Anbieter; Status',
      {
        name: 'Bezeichnung',
        purpose: 'Zweckbestimmung',
        owner: 'Systemverantwortliche',
        department: 'Fachbereich',
        supplier: 'Hersteller/Anbieter',
        lifeCycleStage: 'Status',
      },
    ],
    ['Algorithm; Goal; Organisation; Owner', { name: 'Algorithm', purpose: 'Goal', department: 'Organisation', owner: 'Owner' }],
    [
      'u_number; u_name; short_description; u_business_owner; u_vendor; install_status',
      {
        reference: 'u_number',
        name: 'u_name',
        purpose: 'short_description',
        owner: 'u_business_owner',
        supplier: 'u_vendor',
        lifeCycleStage: 'install_status',
      },
    ],
    [
      'sysId; useCaseName; businessOwner; vendorName; lifecycleStage; shortDescription',
      {
        reference: 'sysId',
        name: 'useCaseName',
        owner: 'businessOwner',
        supplier: 'vendorName',
        lifeCycleStage: 'lifecycleStage',
        purpose: 'shortDescription',
      },
    ],
    [
      'Nom; Name; But; Purpose; Propriétaire; Owner; Étape; Stage',
      { name: 'Name', purpose: 'Purpose', owner: 'Owner', lifeCycleStage: 'Stage' },
    ],
    ['If yes, please name the unit that said no; Colour; Is it live, or is there no date?', {}],
    ['Attribute; System 1; System 2', {}],
    ['Owner email; Vendor type; Vendor country; Contract number; Number of users', {}],
  ])('%s', (header, expected) => {
    expect(propose(header)).toEqual(expected)
  })
})

describe('a column is proposed by what it holds', () => {
  it('yes and no fill no text', () => {
    expect(propose('AI Use Case; Agency Use (Y/N)?; Human oversight', 'Chat; N; yes', 'Scan; Y; no')).toEqual({ name: 'AI Use Case' })
  })

  it.each(['Vendor/Internal', 'vendor_or_internal', 'Vendor', 'Supplier'])('make or buy is no supplier: %s', (title) => {
    expect(propose(`Name; ${title}`, 'Chat; Third-Party', 'Scan; Internal', 'Sort; Vendor')).toEqual({ name: 'Name' })
  })

  it('an address is no supplier', () => {
    const mapping = propose(
      'Name; Supplier record; contract_or_supplier_record_url; Vendor',
      'Chat; x; http://a.example/1; http://b.example',
    )
    expect(mapping.supplier).toBeUndefined()
  })

  it.each([
    ['No.', undefined],
    ['Nr.', undefined],
    ['Lfd. Nr.', undefined],
    ['ID', 'ID'],
    ['Reference', 'Reference'],
  ])('the numbers of the rows are no reference: %s', (title, reference) => {
    expect(propose(`${title}; System name`, '1; Chat', '2; Scan', '3; Sort').reference).toBe(reference)
    expect(propose(`${title}; System name`, 'A-7; Chat', 'B-2; Scan').reference).toBe(title)
  })

  it('the column whose words are understood is the stage, and one that is the same in every row is no business unit', () => {
    const rows = ['Chat; Transport; Air; Approved; Live', 'Scan; Transport; Rail; Rejected; Pilot', 'Sort; Transport; Air; Approved; Live']
    expect(propose('Name; Agency; Bureau; Status; Phase', ...rows, 'Spot; Transport; Sea; Approved; Idea')).toEqual({
      name: 'Name',
      department: 'Bureau',
      lifeCycleStage: 'Phase',
    })
  })

  it('columns of marks fill the field of their choices together', () => {
    const header = 'System name; Personal data; Special category data; Children; Public data; In use?; Public reporting indicator'
    expect(propose(header, 'Alpha; x; ; ; x; yes; yes', 'Beta; X; x; -; ; no; no', 'Gamma; no; no; no; yes; planned; yes')).toEqual({
      name: 'System name',
      dataCategories: ['Personal data', 'Special category data', 'Children', 'Public data'],
      lifeCycleStage: 'In use?',
    })
  })

  it('a long question of yes and no is what it asks about, unless half of the rows leave it unanswered', () => {
    const title = 'Does this AI use case  involve personally  identifiable information (PII)  that is maintained by the  agency?'
    expect(propose(`Use Case Name; ${title}`, 'Chat; Yes', 'Scan; No').dataCategories).toBe(title)
    expect(propose(`Use Case Name; ${title}`, 'Chat; Yes', 'Scan; ').dataCategories).toBeUndefined()
    expect(propose('Use Case Name; No personal data', 'Chat; Yes', 'Scan; No').dataCategories).toBeUndefined()
  })

  it('names are found where their column is called otherwise, in a list that has other columns of ours', () => {
    expect(propose('Chatbot name; Purpose', 'Anna; Answers', 'Ben; Sorts')).toMatchObject({ name: 'Chatbot name' })
    expect(propose('Nazwa; Owner; Purpose', 'Anna; HR; Answers', 'Ben; IT; Sorts')).toMatchObject({ name: 'Nazwa' })
    expect(propose('Colour; Weight', 'red; 3', 'blue; 4')).toEqual({})
  })
})
