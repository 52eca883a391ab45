package lang

var frPhrases = Phrases{}
