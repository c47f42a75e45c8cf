export default {
  globs: ['components/**/*.ts'],
  exclude: ['components/**/*.styles.ts', 'components/locales/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [asPublished()],
};

/**
 * The analyzer lists source files, and private members too. Those who read the manifest have neither:
 * each element is shown as its `define` door gives it, with what a page may use.
 */
function asPublished() {
  const isPublic = (member) => !['private', 'protected'].includes(member.privacy) && !member.name.startsWith('#');
  const tagOf = (path) => /^components\/(bdt-[a-z-]+)\/\1\.ts$/.exec(path)?.[1];
  /** Name of an event → its class. */
  const eventClasses = new Map();
  return {
    name: 'as-published',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      const event = /\bsuper\('(bdt-[a-z-]+)'/.exec(node.getText());
      if (event) eventClasses.set(event[1], node.name.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      const elements = customElementsManifest.modules.filter((module) => tagOf(module.path));
      for (const module of elements) {
        const tag = tagOf(module.path);
        module.declarations = module.declarations.filter((declaration) => declaration.kind === 'class');
        module.path = `dist/define/${tag}.js`;
        module.exports = module.declarations.flatMap(({ name }) => [
          { kind: 'js', name, declaration: { name, module: module.path } },
          { kind: 'custom-element-definition', name: tag, declaration: { name, module: module.path } },
        ]);
        for (const declaration of module.declarations) {
          Object.assign(declaration, { tagName: tag, customElement: true });
          declaration.members = declaration.members?.filter(isPublic);
          // What the analyzer guesses from `dispatchEvent` has no name, or is no event of ours.
          declaration.events = declaration.events
            ?.filter(({ name }) => name?.startsWith('bdt-'))
            .map((event) => ({ ...event, type: { text: eventClasses.get(event.name) ?? 'Event' } }));
        }
      }
      customElementsManifest.modules = elements;
    },
  };
}
