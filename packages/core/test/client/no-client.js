// A script that runs and leaves no client behind.
void 0;
