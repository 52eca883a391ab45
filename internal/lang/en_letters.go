package lang

var enLetters = Letters{}
