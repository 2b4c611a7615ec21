"""What the text itself tells about an annotation.

The rooms, from the ground up; none imports from one below it in this list:

- `suggestion` `lexicon` `marks` `figures` `borders`: what is made, words, quotation
  marks, values
- `passages`: sentences with their quotations
- `titles` `clauses` `subjects` `arabic` `speakers`: names, grammar, who a subject is,
  who "she" is
- `cues` `reading` `uncued` `ends` `sentences`: verbs that report, and what each governs
- `foreign`: the same for other languages, each by its own words
- `boilerplate` `prefill` `find_quotes` `find_figures` `find_claims`: the
  suggesters, over a whole text
- `anchor` `pick` `suggesters` `evaluation`: words found again, what a label takes at
  the cursor, all suggesters together, and how well they do
"""
