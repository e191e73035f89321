/** An editor from npm, driven by `pages/NAME.js`, which makes a link with the editor's own command and returns its HTML. */
export interface EditorUnderTest {
  readonly name: string;
  readonly page: string;
  /** Package whose version the matrix names. */
  readonly from: string;
  /** How the link is found where it is edited. Default `#editor a`. */
  readonly surface?: readonly string[];
  /** The editor has a preview of its own that keeps the link in the page. Default true. */
  readonly hasPreview?: boolean;
  /** A click places the caret. Default true; a page builder selects the link. */
  readonly hasCaret?: boolean;
}

export const editors: readonly EditorUnderTest[] = [
  { name: "TipTap", page: "tiptap", from: "@tiptap/core" },
  { name: "CKEditor 5", page: "ckeditor", from: "ckeditor5", surface: [".ck-editor__editable a"] },
  { name: "TinyMCE", page: "tinymce", from: "tinymce", surface: ["frame:iframe", "a"], hasPreview: false },
  { name: "Quill", page: "quill", from: "quill" },
  { name: "Trix", page: "trix", from: "trix", hasPreview: false },
  { name: "Lexical", page: "lexical", from: "lexical" },
  { name: "ProseMirror", page: "prosemirror", from: "prosemirror-view" },
  { name: "BlockNote", page: "blocknote", from: "@blocknote/core" },
  { name: "Editor.js", page: "editorjs", from: "@editorjs/editorjs" },
  {
    name: "GrapesJS",
    page: "grapesjs",
    from: "grapesjs",
    surface: ["frame:iframe", "a"],
    hasPreview: false,
    hasCaret: false,
  },
];
