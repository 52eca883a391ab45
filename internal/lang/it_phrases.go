package lang

var itPhrases = Phrases{}
