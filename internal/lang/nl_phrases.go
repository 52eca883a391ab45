package lang

var nlPhrases = Phrases{}
