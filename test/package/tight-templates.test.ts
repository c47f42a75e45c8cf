import { describe, it } from 'node:test';
import { expect } from 'chai';
import { tightCss, tightHtml } from '../../scripts/support/tight-templates.js';

describe('a page that loads the package', () => {
  it('gets HTML without indentation, and every word where it was', () => {
    expect(tightHtml('<p>\n      Bonjour <b>Odile</b>,\n      à bientôt.\n    </p>\n  ')).to.equal('<p>\nBonjour <b>Odile</b>,\nà bientôt.\n</p>\n');
  });

  it('gets sheets without the spaces that mean nothing', () => {
    expect(tightCss('\n  .a,\n  .b > p {\n    color: red;\n    margin: 0 auto;\n  }\n')).to.equal(' .a,.b>p{color:red;margin:0 auto}');
    expect(tightCss('@media (forced-colors: active) {\n  .a {\n    outline: 2px solid;\n  }\n}')).to.equal('@media (forced-colors:active){.a{outline:2px solid}}');
  });

  it('keeps the spaces of a sheet that mean something', () => {
    expect(tightCss('.a :is(.b, .c)::before { width: calc(1px + 2px); }')).to.equal('.a :is(.b,.c)::before{width:calc(1px + 2px)}');
    expect(tightCss(".a { content: ' ;  } ' / ''; }")).to.equal(".a{content:' ;  } ' / ''}");
  });
});
