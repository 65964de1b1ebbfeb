export const dossierContract = {}
