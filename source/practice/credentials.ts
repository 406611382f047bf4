/** An email and an API token, for basic authentication. */
export type Login = {readonly email: string; readonly token: string};
