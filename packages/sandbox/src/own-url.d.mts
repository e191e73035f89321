/** The URL of a file in the folder beside `dist`. */
export const ownUrl: string;
