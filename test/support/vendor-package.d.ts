declare module "humanapi-connect-client";
