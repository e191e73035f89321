declare module "humanapi-connect-client-2.3";
