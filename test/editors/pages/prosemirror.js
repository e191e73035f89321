import { selectAll, toggleMark } from "prosemirror-commands";
import { DOMSerializer } from "prosemirror-model";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

let isEditable = true;
const view = new EditorView(document.querySelector("#editor"), {
  state: EditorState.create({ schema }),
  editable: () => isEditable,
});
window.editor = {
  link(words, href) {
    view.dispatch(view.state.tr.insertText(words));
    selectAll(view.state, view.dispatch);
    toggleMark(schema.marks.link, { href })(view.state, view.dispatch);
  },
  html() {
    const holder = document.createElement("div");
    holder.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
    return holder.innerHTML;
  },
  preview() {
    isEditable = false;
    view.setProps({});
  },
};
