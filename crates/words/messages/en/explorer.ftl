# The explorer's page. Messages whose ids begin with `page-` are handed to its script: plain texts with `{ $name }`, no forms to
# choose from; a plural is two messages, `…-one` and `…-other`.
