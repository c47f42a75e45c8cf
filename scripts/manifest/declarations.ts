import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A function, class or constant at the top of a file. */
interface Declaration {
  text: string;
  /** Names that its text mentions. */
  mentions: Set<string>;
  /** Files of ours that it imports when it runs. */
  later: string[];
}

interface Source {
  declarations: Map<string, Declaration>;
  /** Local name → file and name it comes from; our own files only. */
  imports: Map<string, { file: string; name: string }>;
  exported: Set<string>;
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

function ofOurs(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/').replace(/\.js$/, '.ts') : undefined;
}

function laterImportsOf(node: ts.Node, file: string): string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = inner.arguments;
      const target = specifier && ts.isStringLiteral(specifier) ? ofOurs(file, specifier.text) : undefined;
      if (target) found.push(target);
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
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
  const source: Source = { declarations: new Map(), imports: new Map(), exported: new Set() };
  sources.set(file, source);
  if (!existsSync(file)) return source;
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  for (const statement of tree.statements) {
    if ((ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier) {
      const target = ofOurs(file, (statement.moduleSpecifier as ts.StringLiteral).text);
      if (!target) continue;
      const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
      if (!clause || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) continue;
      for (const { name, propertyName } of clause.elements) {
        source.imports.set(name.text, { file: target, name: (propertyName ?? name).text });
        if (ts.isExportDeclaration(statement)) source.exported.add(name.text);
      }
      continue;
    }
    const declaration = { text: statement.getText(tree), mentions: identifiersOf(statement), later: laterImportsOf(statement, file) };
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    for (const name of namesOf(statement)) {
      source.declarations.set(name, declaration);
      if (isExported) source.exported.add(name);
    }
  }
  return source;
}

/**
 * Text of all that a declaration needs, itself first: what it mentions in its file and, through imports, in our other
 * files under `components/`. Mentioned is taken for used; of a file imported when it runs, all that it exports is.
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
    for (const target of found.later) for (const exported of read(target).exported) visit(target, exported);
    for (const mention of found.mentions) if (declarations.has(mention) || imports.has(mention)) visit(at, mention);
  };
  visit(file, name);
  return [...seen].map(({ text }) => text);
}
