import "@human-connect/core/styles.css";
