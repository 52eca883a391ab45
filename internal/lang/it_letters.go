package lang

var itLetters = Letters{}
