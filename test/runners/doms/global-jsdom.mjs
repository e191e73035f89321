import "global-jsdom/register";
