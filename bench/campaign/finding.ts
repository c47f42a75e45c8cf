/** One line of what a campaign found. */
export interface Finding {
  readonly what: string;
  readonly value: string;
  /** What was promised; nothing for a figure that is only told. */
  readonly wanted?: string;
  readonly holds?: boolean;
}

/** A Markdown table, as it goes into the documentation. */
export function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, value, wanted = '', holds }) => `| ${what} | ${value} | ${wanted} | ${holds === undefined ? '' : holds ? 'yes' : '**no**'} |`);
  return ['| what | found | promised | holds |', '|---|---|---|---|', ...rows].join('\n');
}
