import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A function, class or constant at the top of a file. */
interface Declaration {
  text: string;
  /** Names that its text mentions. */
  mentions: Set<string>;
}

interface Source {
  declarations: Map<string, Declaration>;
  /** Local name → file and name it comes from; our own files only. */
  imports: Map<string, { file: string; name: string }>;
}

const sources = new Map<string, Source>();

function identifiersOf(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) return [statement.name.text];
  return [];
}

function read(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const source: Source = { declarations: new Map(), imports: new Map() };
  sources.set(file, source);
  if (!existsSync(file)) return source;
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  for (const statement of tree.statements) {
    if ((ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text;
      if (!from.startsWith('.')) continue;
      const target = normalize(join(dirname(file), from)).replaceAll('\\', '/').replace(/\.js$/, '.ts');
      const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
      if (!clause || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) continue;
      for (const { name, propertyName } of clause.elements) {
        source.imports.set(name.text, { file: target, name: (propertyName ?? name).text });
      }
      continue;
    }
    const declaration = { text: statement.getText(tree), mentions: identifiersOf(statement) };
    for (const name of namesOf(statement)) source.declarations.set(name, declaration);
  }
  return source;
}

/**
 * Text of all that a declaration needs, itself first: what it mentions in its file and, through imports, in our other
 * files under `components/`. Mentioned is taken for used.
 */
export function textsReachedFrom(file: string, name: string): string[] {
  const seen = new Set<Declaration>();
  const visit = (at: string, wanted: string): void => {
    if (!at.startsWith('components/')) return;
    const { declarations, imports } = read(at);
    const found = declarations.get(wanted);
    if (!found) {
      const elsewhere = imports.get(wanted);
      if (elsewhere) visit(elsewhere.file, elsewhere.name);
      return;
    }
    if (seen.has(found)) return;
    seen.add(found);
    for (const mention of found.mentions) if (declarations.has(mention) || imports.has(mention)) visit(at, mention);
  };
  visit(file, name);
  return [...seen].map(({ text }) => text);
}
