import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** File that imports, from the root. */
  from: string;
  /** What it writes between the quotes. */
  specifier: string;
  /** The file meant, from the root and as TypeScript; the specifier itself when it is a package. */
  target: string;
  /** `import()`, which is loaded later, as opposed to a declaration. */
  isDynamic: boolean;
}

function specifiersOf(source: ts.SourceFile): { specifier: string; isDynamic: boolean }[] {
  const found: { specifier: string; isDynamic: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push({ specifier: (node.moduleSpecifier as ts.StringLiteral).text, isDynamic: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ specifier: node.argument.literal.text, isDynamic: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      found.push({ specifier: argument && ts.isStringLiteral(argument) ? argument.text : '(computed)', isDynamic: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every import of a file, of values and of types alike, wherever it is written. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  return specifiersOf(source).map(({ specifier, isDynamic }) => {
    const isFile = specifier.startsWith('.');
    const path = isFile ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/') : specifier;
    const isSource = isFile && file.endsWith('.ts');
    return { from: file, specifier, isDynamic, target: isSource ? path.replace(/\.js$/, '.ts') : path };
  });
}
