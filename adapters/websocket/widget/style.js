/// The look, as a constructed style sheet: it needs no permission under a content security policy.

import rules from "style.css"; // the build makes it small (pages.cmake)

export const style = new CSSStyleSheet();
style.replaceSync(rules);
