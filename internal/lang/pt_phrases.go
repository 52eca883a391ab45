package lang

var ptPhrases = Phrases{}
