module.exports = {
  testEnvironment: "jsdom",
  testEnvironmentOptions: { customExportConditions: ["node"] },
  transformIgnorePatterns: ["/node_modules/(?!.*(@human-connect|@lit|@lit-labs|jose|oauth4webapi)/)"],
};
