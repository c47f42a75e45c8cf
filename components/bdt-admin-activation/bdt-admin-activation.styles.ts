import { css } from 'lit';

export const styles = css`
  .request {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: calc(2 * var(--_space));
    align-items: start;
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
  .code {
    max-width: 26rem;
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
