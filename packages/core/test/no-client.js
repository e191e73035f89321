// A script that runs and leaves nothing behind.
