import { OptionDefaults } from 'typedoc';

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  entryPoints: ['src/**/*.ts'],
  tsconfig: 'tsconfig.types.json',
  out: 'docs/api',
  name: 'bdt-inscription',
  readme: 'none',
  disableGit: true,
  disableSources: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  excludeExternals: true,
  // What the manifest of custom elements reads; `@event` takes a text there, which TypeDoc's own doesn't.
  blockTags: [...OptionDefaults.blockTags, '@slot', '@event', '@csspart', '@cssprop', '@cssproperty', '@cssstate', '@attr'],
  modifierTags: OptionDefaults.modifierTags.filter((tag) => tag !== '@event'),
  treatWarningsAsErrors: true,
  // Lit's own comments hold links that only its own sources resolve.
  validation: { invalidLink: false, notExported: true, notDocumented: false },
};
