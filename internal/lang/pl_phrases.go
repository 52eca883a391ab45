package lang

var plPhrases = Phrases{}
