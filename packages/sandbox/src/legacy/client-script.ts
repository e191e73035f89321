/**
 * The sandbox's own `connect.js`: what a host page and the Connect page can see of the vendor's script of before 2018, including its
 * faults. It trusts any window, does not encode values in URLs, uses the public token of the previous call when one is missing, keeps a
 * session token in the browser, and hides a finished frame instead of removing it.
 *
 * @see docs/vendor.md#options, #elements, #legacy-messages, #f1, #f8, #f12, #f13, #f20
 */
export const legacyClientScript = `(function (page) {
  "use strict";
  if (page.HumanConnect) return;

  var base = document.currentScript.src.replace(/\\/connect\\.js.*$/, "");
  var parent = document.body || document.documentElement;
  var head = document.head || document.documentElement;
  var client = {};
  var session = null;

  client.setPublicToken = function (token) {
    client.publicToken = token;
  };

  client.open = function (options) {
    if (options._baseURL) base = options._baseURL;
    client.setPublicToken(options.publicToken || client.publicToken);
    session = { options: options, frame: null, spinner: addSpinner() };
    addScript(
      base + "/store.min.js",
      function () {
        session.frame = addFrame("human-connect", buildUrl(options, page.store.get("humanapiSessionToken")));
      },
      function () {
        session.frame = addFrame("human-connect", buildUrl(options, null));
      }
    );
  };

  page.HumanConnect = client;
  page.addEventListener("message", function (event) {
    try {
      receive(JSON.parse(event.data));
    } catch (ignored) {
      // Every error is swallowed, including those of the host page's callbacks.
    }
  });

  function receive(message) {
    var options = session.options;
    switch (message.type) {
      case "hapi-connect-open":
        page.store.set("humanapiSessionToken", message.token.sessionToken);
        remove(session.spinner);
        break;
      case "hapi-connect-finish":
        session.frame.style.display = "none";
        if (options.finish) options.finish(null, message.token);
        remove(session.spinner);
        break;
      case "hapi-connect-close":
        remove(session.frame);
        if (options.close) options.close();
        remove(session.spinner);
        break;
      case "hapi-connect-error":
        if (options.error) options.error(message.error);
        break;
      case "hapi-connect-popup-iframe":
        addFrame("hapi-popup-iframe", message.url);
        break;
      case "hapi-close-popup-iframe":
        document.getElementById("hapi-popup-iframe").remove();
        resume();
        break;
      case "hapi-close-popup-mobile":
        resume();
    }
  }

  function resume() {
    session.frame.contentWindow.postMessage(JSON.stringify({ type: "hapi-external-auth-added" }), "*");
  }

  function buildUrl(options, sessionToken) {
    var url = base + "?clientUserId=" + options.clientUserId;
    if (options.clientId) url += "&clientId=" + options.clientId;
    if (client.publicToken) url += "&publicToken=" + client.publicToken;
    if (sessionToken) url += "&sessionToken=%20" + sessionToken;
    url += "&lang=" + (options.language || "en");
    if (options.style) url += "&style=" + encodeURIComponent(JSON.stringify(options.style));
    ["mode", "modal", "embed", "addedSource", "sourceId", "test", "ka"].forEach(function (name) {
      if (options[name]) url += "&" + name + "=" + options[name];
    });
    return url;
  }

  function addFrame(id, url) {
    var frame = document.createElement("iframe");
    frame.id = id;
    frame.src = url;
    frame.style.cssText =
      "position:fixed;top:0;left:0;width:100%;height:100%;margin:0;padding:0;border:0;z-index:99999;background-color:#ffffff";
    return parent.appendChild(frame);
  }

  function addSpinner() {
    var spinner = document.createElement("img");
    spinner.src = base + "/spinner.gif";
    spinner.alt = "";
    spinner.style.cssText = "position:fixed;top:50%;left:50%;width:30px;height:30px;margin-left:-15px;z-index:99999";
    return parent.appendChild(spinner);
  }

  function addScript(url, onLoad, onError) {
    var script = document.createElement("script");
    script.src = url;
    script.onload = function () {
      setTimeout(onLoad, 0);
    };
    script.onerror = onError;
    head.insertBefore(script, head.firstChild);
  }

  function remove(node) {
    try {
      parent.removeChild(node);
    } catch (ignored) {
      // Already removed, perhaps by the host page.
    }
  }
})(window);
`;

/** A substitute for store.js: values as JSON in localStorage, under a global of the host page. */
export const legacyStoreScript = `(function (page) {
  "use strict";
  page.store = {
    get: function (key) {
      return JSON.parse(localStorage.getItem(key));
    },
    set: function (key, value) {
      localStorage.setItem(key, JSON.stringify(value));
      return value;
    },
    remove: function (key) {
      localStorage.removeItem(key);
    },
  };
})(window);
`;
