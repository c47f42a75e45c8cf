import { css } from 'lit';

/**
 * The visual language: one scale of spaces, one of type, one set of colours.
 *
 * What a page may set is named `--bdt-*`; what the sheets use is named `--_*`. Dark follows the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --_ink: var(--bdt-color-ink, light-dark(#1b2733, #e8edf2));
    --_muted: var(--bdt-color-muted, light-dark(#52606d, #a9b6c2));
    --_surface: var(--bdt-color-surface, light-dark(#fff, #16202a));
    --_raised: var(--bdt-color-raised, light-dark(#f4f6f8, #1f2b37));
    --_line: var(--bdt-color-line, light-dark(#c9d2da, #3c4a58));
    --_edge: var(--bdt-color-edge, light-dark(#6b7885, #8b99a6));
    --_accent: var(--bdt-color-accent, light-dark(#14506b, #8cc8e8));
    --_on-accent: var(--bdt-color-on-accent, light-dark(#fff, #0c1a24));
    --_danger: var(--bdt-color-danger, light-dark(#b3261e, #ff9d94));
    --_success: var(--bdt-color-success, light-dark(#1c6b3a, #7fd6a0));
    --_warning: var(--bdt-color-warning, light-dark(#7a4d00, #f2c46d));
    --_focus: var(--bdt-color-focus, light-dark(#0a66c2, #9ad0ff));
    --_radius: var(--bdt-radius, 6px);
    --_space: var(--bdt-space, 0.5rem);
    display: block;
    color: var(--_ink);
    font: 400 1rem/1.5 var(--bdt-font, system-ui, sans-serif);
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.125rem;
    line-height: 1.35;
  }
  h2:focus,
  h3:focus {
    outline: none;
  }
  a {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .stack {
    display: grid;
    gap: calc(3 * var(--_space));
    grid-template-columns: minmax(0, 1fr);
  }
  .close {
    gap: var(--_space);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    align-items: center;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
