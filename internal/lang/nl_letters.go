package lang

var nlLetters = Letters{}
