package lang

var enPhrases = Phrases{}
