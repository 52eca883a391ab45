package lang

var plLetters = Letters{}
