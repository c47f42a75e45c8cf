import { css } from 'lit';

export const styles = css`
  .facts {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }
  address {
    font-style: normal;
  }
  dd ul {
    list-style: none;
  }
  .handed-over {
    align-items: start;
    padding: 0.625rem 0;
  }
  .choice.handed-over:has(:checked) {
    outline: 0;
    box-shadow: none;
  }
  .code {
    max-width: 34rem;
  }
  .code input {
    max-width: 16rem;
    font-family: ui-monospace, monospace;
    font-size: 1.125rem;
    letter-spacing: 0.08em;
  }
  .quiet {
    padding-top: calc(3 * var(--_space));
    border-top: 1px solid var(--_line);
  }
`;
