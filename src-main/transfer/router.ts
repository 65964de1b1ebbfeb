export const transferRouter = {}
export const packageRouter = {}
