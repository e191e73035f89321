// Replaces remove() as clients before 2.0.4 do, and then finds an AMD loader to give itself to, so that the page has no client.
Element.prototype.remove = function () {
  this.parentElement.removeChild(this);
};
NodeList.prototype.remove = () => {};
