package lang

var dePhrases = Phrases{}
