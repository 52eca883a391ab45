package lang

var esPhrases = Phrases{}
