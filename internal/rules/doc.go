// Package rules is the pure core: the nouns and the two verbs, Fold and Decide.
//
// Mail becomes Facts, facts fold into Interviews, an Interview and a moment
// give a Decision, a decision becomes a draft. Nothing here reads a clock, a
// disk or a network: now is an argument, so every rule can be told as a story
// in a text file.
package rules
