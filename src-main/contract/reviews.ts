export const reviewsContract = {}
