package lang

var ptLetters = Letters{}
